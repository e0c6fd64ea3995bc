package dev.twostep.channel.twilio;

/** What Twilio's words for the state of a message or a call come down to. */
enum TwilioStatus {
  ON_ITS_WAY,
  ARRIVED,
  LOST,
  UNKNOWN;

  static TwilioStatus of(String word) {
    return switch (word) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> ON_ITS_WAY;
      case "initiated", "ringing", "in-progress", "answered" -> ON_ITS_WAY;
      case "delivered", "read", "completed" -> ARRIVED;
      case "undelivered", "failed", "canceled", "busy", "no-answer" -> LOST;
      default -> UNKNOWN;
    };
  }
}
