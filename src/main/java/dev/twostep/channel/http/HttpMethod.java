package dev.twostep.channel.http;

/** How a gateway is called; with GET the fields travel in the query. */
public enum HttpMethod {
  POST,
  GET,
  PUT
}
