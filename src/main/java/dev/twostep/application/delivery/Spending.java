package dev.twostep.application.delivery;

import java.math.BigDecimal;

public interface Spending {
  void corrected(String realm, String tryId, BigDecimal price);
}
