package dev.twostep.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.TextMessage.Words;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** TwiML of a call: always one sentence in one voice. */
class VoiceScriptTest {

  private static Element read(String spoken, Locale locale) throws Exception {
    String script = VoiceScript.of(new Words("written", spoken, locale));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(script)))
        .getDocumentElement();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1, 2, 3",
        "Söhne & Töchter",
        "</Say><Dial>+15550000000</Dial><Say>",
        "<!-- \"quoted\" 'too' -->",
        "]]>",
        "😀 漢字",
        "&#x1;&lt;"
      })
  void theWordsAreSaidAndNothingElse(String spoken) throws Exception {
    Element response = read(spoken, Locale.ENGLISH);

    assertThat(response.getTagName()).isEqualTo("Response");
    assertThat(response.getElementsByTagName("*").getLength()).isEqualTo(1);
    assertThat(response.getFirstChild().getNodeName()).isEqualTo("Say");
    assertThat(response.getTextContent()).isEqualTo(spoken);
  }

  @Test
  void whatXmlCannotHoldIsLeftOut() throws Exception {
    assertThat(read("1\u0000\u00082\uD8003\uFFFE", Locale.ENGLISH).getTextContent())
        .isEqualTo("123");
  }

  @ParameterizedTest
  @CsvSource({"de,de-DE", "nl,nl-NL", "en,en-US", "en-GB,en-GB", "fr-CA,fr-CA", "cy,cy"})
  void theVoiceSpeaksTheLanguageOfTheWords(String tag, String voice) throws Exception {
    Element say = (Element) read("x", Locale.forLanguageTag(tag)).getFirstChild();

    assertThat(say.getAttribute("language")).isEqualTo(voice);
  }
}
