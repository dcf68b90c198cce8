"""The lab: hosts with real libvirt and QEMU in namespaces of this machine, their networks, and the engine."""
