/**
 * Still pictures as files whose bytes depend on the pixels alone. Begin with {@link org.epochreel.picture.Png}.
 */
package org.epochreel.picture;
