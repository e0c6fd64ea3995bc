package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.CheckCode;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.device.DeviceDesk;
import dev.twostep.application.device.KnownDevices;
import dev.twostep.application.enrolment.BindApp;
import dev.twostep.application.pass.CheckPass;
import dev.twostep.application.pass.IssuePass;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** What users show for their second step; most of it is empty without a server key. */
record CodeDesk(
    Optional<SendCode> sendCode,
    Optional<CheckCode> checkCode,
    CheckTotp checkTotp,
    Optional<IssuePass> issuePass,
    Optional<CheckPass> checkPass,
    Optional<DeviceDesk> devices,
    BindApp bindApp) {

  static CodeDesk of(Ledger ledger, KnownDevices known, Optional<ServerKey> key, Clock clock) {
    return new CodeDesk(
        key.map(k -> new SendCode(ledger, k, clock, new SecureRandom())),
        key.map(k -> new CheckCode(ledger, k, clock)),
        new CheckTotp(ledger, clock),
        key.map(k -> new IssuePass(k, clock, new SecureRandom())),
        key.map(k -> new CheckPass(ledger, k, clock)),
        key.map(k -> DeviceDesk.of(ledger, known, k, clock)),
        new BindApp(ledger, key, clock));
  }
}
