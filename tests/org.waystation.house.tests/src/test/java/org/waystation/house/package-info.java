/** The rules of the house, read from the manifests and sources below {@code bundles/}, and the proof that they can fail. */
package org.waystation.house;
