/**
 * One scene with many seeds or settings: its members, their videos, the wall of all of them in step and the page.
 * Begin with {@link org.epochreel.gallery.Gallery}.
 */
package org.epochreel.gallery;
