#pragma once
int kamerspoor_icu_placeholder(void);
