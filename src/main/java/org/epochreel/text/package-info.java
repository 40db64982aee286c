/**
 * How numbers and names are written and read: shortest decimals, readouts, JSON, the nearest name to a misspelt one.
 * No class here knows a scene.
 */
package org.epochreel.text;
