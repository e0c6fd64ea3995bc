package dev.twostep.application.enrolment;

import dev.twostep.application.challenge.Account;
import java.util.List;

/**
 * Which accounts have set which number up, without naming the number. A number never identifies
 * anybody: carriers hand numbers out again, and families share them.
 */
public interface Numbers {

  /** A number on more accounts than that belongs to nobody in particular (C31). */
  int MOST_ACCOUNTS = 5;

  /** The other users of the realm who have set this number up. */
  List<String> othersWith(Account account, String number);

  /** Writes that the account has this number now, and no other. */
  void claim(Account account, String number);
}
