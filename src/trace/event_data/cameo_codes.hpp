#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The four classes of events: verbal or material, cooperation or conflict.
enum class Quad { vcoop, mcoop, vconf, mconf };
[[nodiscard]] std::string_view to_string(Quad quad) noexcept;  ///< `VCOOP`, ...
[[nodiscard]] std::optional<Quad> quad_named(std::string_view text) noexcept;

/// How the class follows from a CAMEO code. `gdelt` and `icews` go by the root (the first two digits): 01-05 verbal
/// cooperation, 06-09 material cooperation, 10-13 verbal conflict, 14-20 material conflict, except that `icews` counts
/// 09 (investigate) as verbal conflict. `plover` takes the class of the PLOVER type that the code is mapped to; 01 and
/// 02 (statements and appeals) have none there.
enum class QuadRule { plover, gdelt, icews };

/// Numbers of the Goldstein scale are kept in millionths, so that sums are exact whatever their order.
inline constexpr std::int64_t goldstein_unit = 1'000'000;

/// One row of the embedded table (cameo_codes.csv; its origin and licence stand in its head).
struct CameoCode {
    std::string code;  ///< two to four digits, with leading zero
    std::string name;
    std::int64_t goldstein = 0;  ///< Goldstein (1992) as extended to CAMEO, in `goldstein_unit`
    std::string plover;          ///< type of PLOVER 2021; empty for 01 and 02
};

/// All codes, in ascending order.
[[nodiscard]] const std::vector<CameoCode>& cameo_codes();

/// The code, or, where the table lacks a code of three or four digits, the one it belongs to (1 digit less); nullptr
/// when there is none. O(log codes)
[[nodiscard]] const CameoCode* find_cameo(std::string_view code) noexcept;

/// The code of an event's name in words ("Make statement"), letter case aside: of two codes of the same name the
/// longer. nullptr when there is none.
[[nodiscard]] const CameoCode* find_cameo_name(std::string_view name);

/// Two to four digits of which the first two are 01 to 20.
[[nodiscard]] bool is_cameo_code(std::string_view code) noexcept;

/// The class by the rule; nothing when the rule has none for the code. @pre is_cameo_code(code)
[[nodiscard]] std::optional<Quad> quad_of(std::string_view code, QuadRule rule) noexcept;

/// The class of a PLOVER 2021 type (`AGREE`, ...); nothing when there is no such type. Letter case aside.
[[nodiscard]] std::optional<Quad> quad_of_plover(std::string_view type) noexcept;

}  // namespace tarazy
