package dev.twostep.application.delivery;

/** What is wrong with one attribute of a gateway, and what to write instead; quotes no value. */
public record ConfigProblem(String attribute, String hint) {

  @Override
  public String toString() {
    return attribute + ": " + hint;
  }
}
