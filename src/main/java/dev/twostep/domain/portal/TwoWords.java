package dev.twostep.domain.portal;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two words by which a user sees that a phone and a desktop speak of the same thing. They are
 * written alike in German, Dutch and English, so that two screens may have two languages.
 */
public final class TwoWords {

  private static final String TEXT =
      """
      Agent Alarm Alaska Album Alpha Amsterdam Andorra Angola April Arena Argon Arizona
      Audio Avocado Badminton Bali Banjo Bar Barbecue Barcelona Beta Bikini Bingo Bison
      Bistro Blazer Blues Bongo Bonsai Boston Broker Budget Buffet Bungalow Burger Bus
      Camembert Camping Canyon Cappuccino Cartoon Casino Champion Chance Charter Chicago
      Chips Clown Cocktail Collie Computer Container Cowboy Cracker Curry Dakota Dallas
      Delta Denver Designer Dessert Diesel Dingo Disco Dodo Domino Drama Echo Emu Espresso
      Fan Feta Film Flamingo Florida Gala Gamma Garage Gibbon Golf Gong Gorilla Gospel
      Gouda Graffiti Grill Hamburg Hamster Helium Hobby Hockey Hostel Hotel
      Insider Internet Iris Jaguar Japan Jazz Jeans Jeep Joker Judo Kappa
      Karaoke Karate Ketchup Kimono Kiwi Koala Korea Lambda Laptop Laser Latex Lava Lift
      Lima Lobby Logo Lotus Madrid Magma Malta Mango Manila Marathon Mars Martini Mentor
      Modem Monaco Motel Motor Motto Mozzarella Muffin Mustang Neon Nepal Nevada Ninja
      November Nylon Okapi Omega Opossum Oregano Orion Oslo Panama Panda Panorama Paprika
      Park Party Pasta Peru Piano Ping Pizza Plankton Plus Pluto Poker Polka Polo Poncho
      Pony Poster Proton Pudding Puma Python Quiz Radar Radio Ranger Restaurant Ring
      Robot Rodeo Roulette Rugby Safari Sahara Salami Samba Samurai Sandwich Scooter
      September Sheriff Sherry Show Sigma Slalom Snack Sofa Solo Sonar Spaghetti Sport
      Stewardess Studio Sushi Taiga Tango Taxi Team Tempo Tennis Terrier Texas Tiger
      Toast Tofu Tonic Tornado Toronto Trainer Trio Tsunami Tuba Tundra Tunnel Turbo
      Utah Venus Video Villa Viola Whisky Yoga Zebra Zombie Zoo
      """;

  private static final List<String> WORDS = List.of(TEXT.strip().split("\\s+"));

  private TwoWords() {}

  /** Two of them, never the same twice. */
  public static String draw(RandomGenerator random) {
    int first = random.nextInt(WORDS.size());
    int second = random.nextInt(WORDS.size() - 1);
    return WORDS.get(first) + " " + WORDS.get(second < first ? second : second + 1);
  }

  /** All that may be drawn. */
  static List<String> all() {
    return WORDS;
  }
}
