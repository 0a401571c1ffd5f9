"""What ``oinfo.thoi`` and ``oinfo.hoi`` share: arrays of other packages, data sets that the engine keeps scoring, n-plets, and what is said once."""
