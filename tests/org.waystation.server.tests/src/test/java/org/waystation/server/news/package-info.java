@NullMarked
package org.waystation.server.news;

import org.jspecify.annotations.NullMarked;
