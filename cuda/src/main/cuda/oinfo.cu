// Every kernel of the module in one translation unit, so that nvcc makes one PTX of them: src/main/resources/.../oinfo.ptx.gz,
// which the build makes anew when a file of this folder changes (src/build/PtxBuild.java).
#include "measures.cu"
#include "scan_pairs.cu"
#include "scan_ranks.cu"
