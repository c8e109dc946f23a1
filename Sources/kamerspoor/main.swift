print("kamerspoor")
