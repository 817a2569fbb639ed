#include "text/lemmas/kazakh_stem_counts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

extern "C" {
extern const char tarazy_kazakh_stem_counts_begin[];
extern const char tarazy_kazakh_stem_counts_end[];
}

namespace tarazy {
namespace {

StemFamilies parsed_stem_counts(std::string_view text) {
    StemFamilies families;
    std::u32string stem;
    text.remove_prefix(std::min(text.find('\n') + 1, text.size()));  // the header
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t comma = line.find(',');
        if (comma == std::string_view::npos) continue;
        std::array<double, 3> numbers{};
        const char* at = line.data() + comma + 1;
        for (double& number : numbers) {
            at = std::from_chars(at, line.data() + line.size(), number).ptr;
            if (at != line.data() + line.size()) ++at;
        }
        lower_code_points(line.substr(0, comma), stem);
        families.counts[families.add(stem)] = {numbers[0], numbers[1], numbers[2]};
    }
    return families;
}

}  // namespace

const StemFamilies& kazakh_stem_counts() {
    static const StemFamilies families =
        parsed_stem_counts({tarazy_kazakh_stem_counts_begin,
                            static_cast<std::size_t>(tarazy_kazakh_stem_counts_end - tarazy_kazakh_stem_counts_begin)});
    return families;
}

}  // namespace tarazy
