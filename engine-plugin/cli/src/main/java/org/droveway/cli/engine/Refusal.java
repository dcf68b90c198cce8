package org.droveway.cli.engine;

/** One reason why something is not done: stable code, object, what was found, what was needed, what a person can do. */
public record Refusal(String code, String object, String found, String needed, String remedy) {}
