#include "text/tokens/entity_names.hpp"

#include "base/text_lists.hpp"
#include "base/utf8.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>

namespace tarazy {

EntityNames::EntityNames(std::span<const std::string> names) {
    for (const std::string& name : names) {
        if (name.empty()) continue;
        beginnings_.insert(name.substr(0, utf8_character(name, 0).bytes));
        longest_ = std::max(longest_, name.size());
        names_.insert(name);
    }
}

std::size_t EntityNames::longest_at(std::string_view text, std::size_t at) const {
    const std::size_t first = utf8_character(text, at).bytes;
    if (!beginnings_.contains(std::string(text.substr(at, first)))) return 0;
    for (std::size_t length = std::min(longest_, text.size() - at); length >= first; --length) {
        if (names_.contains(std::string(text.substr(at, length)))) return length;
    }
    return 0;
}

std::vector<std::string> usual_chinese_names() {
    std::set<std::string> names = {"塞米巴拉金斯克",   "上海合作组织",   "集体安全条约组织",
                                   "独立国家联合体",   "欧亚经济联盟",   "无核武器区",
                                   "不扩散核武器条约", "布达佩斯备忘录", "联合国大会",
                                   "安全理事会",       "国际原子能机构", "一带一路",
                                   "纳扎尔巴耶夫",     "托卡耶夫",       "阿拉木图",
                                   "阿斯塔纳",         "努尔苏丹",       "苏维埃社会主义共和国联盟"};
    for (const char* const* state = icu::Locale::getISOCountries(); *state != nullptr; ++state) {
        icu::UnicodeString shown;
        icu::Locale("", *state).getDisplayCountry(icu::Locale::getSimplifiedChinese(), shown);
        // Names such as 中国香港特别行政区 are made of words; those with brackets or Latin letters are none.
        std::string name;
        shown.toUTF8String(name);
        const bool plain = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (plain && name.size() >= 6) names.insert(name);
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> names_of_lines(std::string_view text) {
    std::vector<std::string> names;
    for (const std::string& line : split(text, '\n')) {
        const std::string_view name = trimmed(line);
        if (!name.empty() && name.front() != '#') names.emplace_back(name);
    }
    return names;
}

}  // namespace tarazy
