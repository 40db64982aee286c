/**
 * The page that shows a gallery's members side by side, made from plain values: nothing here trains, draws frames or
 * knows where the values come from. Begin with {@link org.epochreel.gallery.page.GalleryPage}.
 */
package org.epochreel.gallery.page;
