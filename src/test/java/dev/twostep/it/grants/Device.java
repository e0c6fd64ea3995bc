package dev.twostep.it.grants;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.it.grants.Agent.Answer;
import java.util.List;
import java.util.Map;

/** A television: it shows a code, and its user approves it in a browser. */
record Device(TestEnvironment environment, Agent agent) {

  static Device make(TestEnvironment environment, RealmApi realm, String client) {
    realm.createClient(
        Map.of(
            "clientId",
            client,
            "publicClient",
            true,
            "redirectUris",
            List.of("*"),
            "attributes",
            Map.of("oauth2.device.authorization.grant.enabled", "true")));
    return new Device(environment, Agent.of(environment, realm.name(), client));
  }

  Code start() {
    return new Code(this, agent.post("auth/device", Map.of("scope", "openid")));
  }

  /** One code that it shows. */
  record Code(Device device, Answer shown) {

    /** Whether the password alone brought the user to the point where they can approve. */
    boolean approveByPasswordOnly(String username) {
      LoginDriver browser = device.environment.newDriver();
      Page page = passwordGiven(browser, username);
      return Stage.of(page) != Stage.ASKED;
    }

    void approve(String username) {
      LoginDriver browser = device.environment.newDriver();
      Page asked = passwordGiven(browser, username);
      Page consent =
          browser.submit(
              asked,
              asked.form("#twostep-form"),
              Map.of("code", NewUser.appOf(username).code(), "twostepAction", "verify"));
      browser.submit(consent, Map.of("accept", "Yes"));
    }

    private Page passwordGiven(LoginDriver browser, String username) {
      Page login = browser.get(shown.text("verification_uri_complete"));
      return browser.password(login, username, NewUser.PASSWORD);
    }

    Answer poll() {
      return device.agent.token(
          Map.of(
              "grant_type",
              "urn:ietf:params:oauth:grant-type:device_code",
              "device_code",
              shown.text("device_code")));
    }
  }
}
