#include "base/edtf_order.hpp"

namespace tarazy {

std::string_view to_string(DateOrder order) noexcept {
    switch (order) {
        case DateOrder::before: return "before";
        case DateOrder::after: return "after";
        case DateOrder::same_day: return "same day";
        case DateOrder::overlap: return "overlap";
        case DateOrder::unknown: return "unknown";
    }
    return "unknown";
}

DateOrder date_order(const EdtfDate& a, const EdtfDate& b) noexcept {
    if (a.ends.to < b.begins.from) return DateOrder::before;
    if (b.ends.to < a.begins.from) return DateOrder::after;
    if (a.kind == DateKind::point && b.kind == DateKind::point) return DateOrder::same_day;  // neither before nor after
    // Each has surely begun by the time the other can first end.
    if (a.begins.to <= b.ends.from && b.begins.to <= a.ends.from) return DateOrder::overlap;
    return DateOrder::unknown;
}

CausalOrder causal_order(const EdtfDate& cause, const EdtfDate& effect) noexcept {
    if (cause.begins.from > effect.ends.to) return CausalOrder::impossible;
    return cause.begins.to <= effect.begins.from ? CausalOrder::possible : CausalOrder::undecided;
}

}  // namespace tarazy
