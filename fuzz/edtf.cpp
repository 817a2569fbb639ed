// Any bytes: the reader of dates neither crashes nor accepts bounds out of order.

#include "base/edtf.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto result = tarazy::parse_edtf(text);
    if (const auto* fault = std::get_if<tarazy::EdtfFault>(&result)) {
        if (fault->position < 1 || fault->position > size + 1 || fault->reason.empty()) std::abort();
        return 0;
    }
    const auto& date = std::get<tarazy::EdtfDate>(result);
    const bool ordered = date.begins.from <= date.begins.to && date.ends.from <= date.ends.to &&
                         date.begins.from <= date.ends.from && date.begins.to <= date.ends.to;
    if (!ordered) std::abort();
    if (date.kind ==
        tarazy::DateKind::point) {  // a known day reads back as itself (years beyond four digits stand alone)
        const std::string day = to_string(date.earliest);
        if (day.size() != 10) return 0;
        const auto again = tarazy::parse_edtf(day);
        if (!std::holds_alternative<tarazy::EdtfDate>(again)) std::abort();
        if (!(std::get<tarazy::EdtfDate>(again).earliest == date.earliest)) std::abort();
    }
    return 0;
}
