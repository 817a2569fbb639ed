// REFI-QDA projects, as archives (PK...) or bare project.qde: read, or refused by an error of ours; what was read comes
// out and in again with the same segments. Run: build/fuzz/qdpx -max_total_time=60 fuzz/corpus/qdpx  (preset `fuzz`).

#include "base/error.hpp"
#include "text/coding/qdpx_export.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const tarazy::QdpxArchive archive =
            bytes.starts_with("PK") ? tarazy::read_qdpx(bytes, "fuzz", {.max_bytes = 1 << 24})
                                    : tarazy::QdpxArchive{std::string(bytes), {{"Sources/T.txt", "one two three"}}};
        auto first = tarazy::read_qdpx_project(archive, "fuzz");
        const auto ends = first.ends.reading;
        const tarazy::QdpxArchive out = tarazy::qdpx_of_project(first.project, "fuzz", &archive, ends);
        auto second = tarazy::read_qdpx_project(tarazy::read_qdpx(tarazy::write_qdpx(out), "fuzz"), "fuzz", ends);
        std::ranges::sort(first.project.segments);
        std::ranges::sort(second.project.segments);
        if (first.project.segments != second.project.segments) {
            std::fprintf(stderr, "segments were lost on the way out and in\n");
            std::abort();
        }
    } catch (const tarazy::InputError&) {
    } catch (const tarazy::LimitError&) {
    } catch (const tarazy::FileError&) {
    }
    return 0;
}
