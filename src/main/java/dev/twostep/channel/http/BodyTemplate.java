package dev.twostep.channel.http;

import java.util.stream.Stream;

/** The shape of what a gateway is sent; filling it encodes every value for its place. */
sealed interface BodyTemplate permits FormTemplate, JsonTemplate {

  String contentType();

  String filled(Placeholders placeholders);

  /** All texts in which placeholders are filled. */
  Stream<String> texts();
}
