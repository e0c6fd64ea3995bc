package dev.twostep.application.device;

import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.time.Clock;

/** Everything that can be done with trusted devices; there is none without a server key. */
public record DeviceDesk(
    RecogniseDevice recognise,
    UseDevice use,
    TrustDevice trust,
    CheckPasscode check,
    SetPasscode passcode,
    ForgetDevices forget,
    KnownDevices known) {

  public static DeviceDesk of(Ledger ledger, KnownDevices known, ServerKey key, Clock clock) {
    SecureRandom random = new SecureRandom();
    return new DeviceDesk(
        new RecogniseDevice(known, key, clock),
        new UseDevice(ledger, key, clock, random),
        new TrustDevice(ledger, key, clock, random),
        new CheckPasscode(ledger, key, clock, random),
        new SetPasscode(ledger, key),
        new ForgetDevices(ledger),
        known);
  }
}
