/** Access to what libvirt-java keeps package private. */
package org.libvirt;
