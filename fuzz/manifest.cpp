// Any bytes as the manifest of an output folder: read, or refused by an error of ours. What was read is written and
// read again the same, and the places that it names are found without going there. Run: build/fuzz/manifest
// -max_total_time=60 -max_len=16384 fuzz/corpus/manifest

#include "ledger/manifest.hpp"
#include "base/error.hpp"
#include "ledger/verify.hpp"

#include "bytes_file.hpp"
#include "fuzz_fault.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarazy;
    try {
        const BytesFile file({reinterpret_cast<const char*>(data), size});
        const Manifest manifest = read_manifest(file.path());
        const std::string text = manifest_text(manifest);
        const BytesFile again(text);
        require(manifest_text(read_manifest(again.path())) == text, "what is written reads back");
        const std::string study = study_folder_of("/nowhere/results", manifest);
        for (const InputRecord& input : manifest.inputs) (void)resolve_input(input.path, study);
    } catch (const InputError&) {
    }
    return 0;
}
