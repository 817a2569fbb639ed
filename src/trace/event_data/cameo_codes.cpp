#include "trace/event_data/cameo_codes.hpp"

#include "base/letter_case.hpp"
#include "base/number_text.hpp"
#include "table/state_codes_load.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

extern "C" {
extern const char tarazy_cameo_codes_begin[];
extern const char tarazy_cameo_codes_end[];
}

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 4> quad_names = {"VCOOP", "MCOOP", "VCONF", "MCONF"};

// PLOVER 2021: four verbal and three material kinds of cooperation, four verbal and five material kinds of conflict.
constexpr std::array<std::pair<std::string_view, Quad>, 16> plover_types = {{
    {"AGREE", Quad::vcoop},
    {"CONSULT", Quad::vcoop},
    {"SUPPORT", Quad::vcoop},
    {"CONCEDE", Quad::vcoop},
    {"COOPERATE", Quad::mcoop},
    {"AID", Quad::mcoop},
    {"RETREAT", Quad::mcoop},
    {"REQUEST", Quad::vconf},
    {"ACCUSE", Quad::vconf},
    {"REJECT", Quad::vconf},
    {"THREATEN", Quad::vconf},
    {"PROTEST", Quad::mconf},
    {"SANCTION", Quad::mconf},
    {"MOBILIZE", Quad::mconf},
    {"COERCE", Quad::mconf},
    {"ASSAULT", Quad::mconf},
}};

std::vector<CameoCode> embedded_codes() {
    std::string_view text(tarazy_cameo_codes_begin,
                          static_cast<std::size_t>(tarazy_cameo_codes_end - tarazy_cameo_codes_begin));
    while (text.starts_with('#')) text.remove_prefix(text.find('\n') + 1);
    (void)take_record(text);  // the header
    std::vector<CameoCode> codes;
    while (!text.empty()) {
        const std::vector<std::string> cells = take_record(text);
        const auto value = cells.size() == 5 ? parse_real(cells[2]) : std::nullopt;
        if (!value) throw std::logic_error("cameo_codes.csv: " + cells.front());
        codes.push_back({cells[0], cells[1], std::llround(*value * goldstein_unit), cells[3]});
    }
    std::ranges::sort(codes, {}, &CameoCode::code);
    return codes;
}

int root_of(std::string_view code) noexcept {
    return (code[0] - '0') * 10 + (code[1] - '0');
}

}  // namespace

std::string_view to_string(Quad quad) noexcept {
    return quad_names[static_cast<std::size_t>(quad)];
}

std::optional<Quad> quad_named(std::string_view text) noexcept {
    const auto found = std::ranges::find(quad_names, text);
    if (found == quad_names.end()) return std::nullopt;
    return static_cast<Quad>(found - quad_names.begin());
}

const std::vector<CameoCode>& cameo_codes() {
    static const std::vector<CameoCode> codes = embedded_codes();
    return codes;
}

const CameoCode* find_cameo(std::string_view code) noexcept {
    const std::vector<CameoCode>& codes = cameo_codes();
    for (; code.size() >= 2; code.remove_suffix(1)) {
        const auto found = std::ranges::lower_bound(codes, code, {}, &CameoCode::code);
        if (found != codes.end() && found->code == code) return &*found;
    }
    return nullptr;
}

const CameoCode* find_cameo_name(std::string_view name) {
    const CameoCode* longest = nullptr;
    for (const CameoCode& code : cameo_codes()) {
        if (code.name.size() != name.size() || !equal_but_for_case(code.name, name)) continue;
        if (longest == nullptr || code.code.size() > longest->code.size()) longest = &code;
    }
    return longest;
}

bool is_cameo_code(std::string_view code) noexcept {
    if (code.size() < 2 || code.size() > 4) return false;
    if (!std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; })) return false;
    return root_of(code) >= 1 && root_of(code) <= 20;
}

std::optional<Quad> quad_of(std::string_view code, QuadRule rule) noexcept {
    if (rule == QuadRule::plover) {
        const CameoCode* const known = find_cameo(code);
        return known == nullptr ? std::nullopt : quad_of_plover(known->plover);
    }
    const int root = root_of(code);
    if (root <= 5) return Quad::vcoop;
    if (root == 9) return rule == QuadRule::icews ? Quad::vconf : Quad::mcoop;
    if (root <= 8) return Quad::mcoop;
    return root <= 13 ? Quad::vconf : Quad::mconf;
}

std::optional<Quad> quad_of_plover(std::string_view type) noexcept {
    const auto same_letter = [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? static_cast<char>(b - 32) : b); };
    for (const auto& [name, quad] : plover_types) {
        if (std::ranges::equal(name, type, same_letter)) return quad;
    }
    return std::nullopt;
}

}  // namespace tarazy
