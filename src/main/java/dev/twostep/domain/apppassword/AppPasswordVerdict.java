package dev.twostep.domain.apppassword;

/** What becomes of something that looks like an app password, and why. */
public sealed interface AppPasswordVerdict {

  /** Goes into logs and events; says nothing of the password. */
  String word();

  /** It is good there and now. */
  record Opened(String id) implements AppPasswordVerdict {
    @Override
    public String word() {
      return "opened";
    }
  }

  /** No such one was ever made for that user, or it is long forgotten. */
  record Unknown() implements AppPasswordVerdict {
    @Override
    public String word() {
      return "unknown";
    }
  }

  /** Its term is over. */
  record Expired(String id) implements AppPasswordVerdict {
    @Override
    public String word() {
      return "expired";
    }
  }

  /** Nobody used it for too long. */
  record Unused(String id) implements AppPasswordVerdict {
    @Override
    public String word() {
      return "unused";
    }
  }

  /** Somebody took it back, or the password that it was made under is another one now. */
  record Revoked(String id) implements AppPasswordVerdict {
    @Override
    public String word() {
      return "revoked";
    }
  }

  /** It is good, but not there. */
  record OtherApplication(String id) implements AppPasswordVerdict {
    @Override
    public String word() {
      return "other-application";
    }
  }
}
