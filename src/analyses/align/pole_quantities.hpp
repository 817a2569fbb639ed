#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// What a number on shares, positions or the balance measures, without its years: "Uzbekistan: share: Russia"; nothing
/// when there are no words for it.
[[nodiscard]] std::optional<LocalText> pole_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
