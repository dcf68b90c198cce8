"""What a host may have on its migration NIC, one case after the other, and what the engine makes of it."""
