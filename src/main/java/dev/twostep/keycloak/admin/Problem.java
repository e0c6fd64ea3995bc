package dev.twostep.keycloak.admin;

/** One thing that is wrong with a request, and what to do about it. */
record Problem(String field, String problem, String hint) {}
