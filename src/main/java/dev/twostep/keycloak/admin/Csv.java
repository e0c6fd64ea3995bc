package dev.twostep.keycloak.admin;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A file for spreadsheets as an answer, sent while it is written. */
final class Csv {

  private Csv() {}

  static Response named(String name, StreamingOutput content) {
    return Response.ok(content)
        .type("text/csv; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
