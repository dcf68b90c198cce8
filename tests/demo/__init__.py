"""The demo: does the main job in the lab and has it judged by an observer that shares no code with the product."""
