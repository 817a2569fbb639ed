// Games in the text forms of Gambit: any text gives a game that reads back as itself, or is refused with places.

#include "simulate/games/game_file_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto fault = tarazy::game_file_fault({reinterpret_cast<const char*>(data), size})) {
        std::fprintf(stderr, "%s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
