package org.droveway.cli.engine;

/** Something that a person should know about what was done: object, what was found, what is needed, what to do. */
public record Warning(String object, String found, String needed, String remedy) {}
