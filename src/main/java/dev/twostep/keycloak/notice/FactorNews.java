package dev.twostep.keycloak.notice;

import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.office.OnlyOffice;
import java.util.Collection;
import java.util.List;

/**
 * One change of a user's factors.
 *
 * @param credential the id of the credential that was added or removed; empty text if it has none
 * @param formerly addresses that were the user's own before the change and are to be told, too
 */
public record FactorNews(
    What what, FactorKind factor, String credential, List<Letter.Address> formerly) {

  /** What happened; a word of each is part of stored rows and message keys. */
  public enum What {
    ADDED,
    REMOVED,
    /** The last one of the owner's own: from now on only an office's codes open the account. */
    REMOVED_LEAVING_OFFICE,
    REPLACED,
    TURNED_ON,
    TURNED_OFF,
    /** The address in the profile, which is no factor by itself, became another one. */
    ADDRESS_CHANGED,
    /** Another account set the same number up. */
    NUMBER_SHARED,
    DEVICE_TRUSTED,
    /** An old copy of a device's cookie was shown, so that it is trusted no more. */
    DEVICE_STOLEN,
    /** Its passcode was wrong too often, so that it is trusted no more. */
    DEVICE_DROPPED,
    /** It was used from another network than the last time. */
    DEVICE_MOVED;

    /** Whether it is about a trusted device, which is no factor. */
    public boolean isOfDevice() {
      return this == DEVICE_TRUSTED
          || this == DEVICE_STOLEN
          || this == DEVICE_DROPPED
          || this == DEVICE_MOVED;
    }

    /** Whether there is something now that was not there before. */
    boolean brings() {
      return this == ADDED || this == REPLACED;
    }
  }

  public FactorNews {
    formerly = List.copyOf(formerly);
  }

  public static FactorNews of(What what, FactorKind factor, String credential) {
    return new FactorNews(what, factor, credential, List.of());
  }

  /**
   * A factor of that kind is gone already.
   *
   * @param left the kinds that the user still has
   */
  public static What removal(FactorKind factor, Collection<FactorKind> left) {
    return OnlyOffice.isLeft(factor, left) ? What.REMOVED_LEAVING_OFFICE : What.REMOVED;
  }

  /** News of a trusted device; rows want the word of a factor, and no text of devices uses it. */
  public static FactorNews ofDevice(What what, String credential) {
    return of(what, FactorKind.EMAIL, credential);
  }
}
