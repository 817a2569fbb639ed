#include "analyses/write_study/study_order.hpp"

#include "analyses/write_study/data_kind.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "table/latin_letters.hpp"
#include "table/state_codes.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace {

bool is_id_character(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_';
}

bool is_id(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_id_character);
}

/// A name in any script as an id: other characters become `-`. Empty where nothing is left.
std::string id_of_name(std::string_view name) {
    std::string id;
    for (const char letter : latin_letters(name)) {
        if (is_id_character(letter)) {
            id += letter;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) id.pop_back();
    return id;
}

bool has_other_script(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// `-` between words of what was typed. Of names of one script only: a blank in `the west` is more likely a slip.
std::string pole_id_of(const std::string& typed) {
    if (is_id(typed)) return typed;
    const std::string id = has_other_script(typed) ? id_of_name(typed) : "";
    if (!id.empty()) return id;
    const std::string better = id_of_name(typed);
    throw UsageError("--poles: '" + typed + "' is no id of a pole; use letters, digits, - and _, as in " +
                     (better.empty() ? "WEST" : better) + "=USA+GBR");
}

/// Poles that go by a word that every reader knows.
const std::map<std::string, LocalText, std::less<>>& known_poles() {
    static const std::map<std::string, LocalText, std::less<>> poles = {
        {"WEST", {"West", "Батыс", "Запад"}},
        {"THIRD", {"third neighbours", "үшінші көршілер", "третьи соседи"}},
        {"EU", {"European Union", "Еуропалық одақ", "Европейский союз"}},
    };
    return poles;
}

LocalText joined_names(const std::vector<std::string>& members) {
    LocalText names;
    for (const std::string& member : members) {
        const LocalText one = state_names(member);
        add_item(names.en, one.en);
        add_item(names.kk, one.kk);
        add_item(names.ru, one.ru);
    }
    return names;
}

LocalText pole_name(const Pole& pole) {
    constexpr std::size_t most_members = 3;
    if (pole.members.size() == 1 && pole.id == pole.members.front()) return state_names(pole.id);
    if (const auto known = known_poles().find(pole.id); known != known_poles().end()) return known->second;
    if (pole.members.size() <= most_members) return joined_names(pole.members);
    return {pole.id, pole.id, pole.id};
}

/// What was typed is the pole's name in the language that it was typed in.
void name_as_typed(Pole& pole, const std::string& typed) {
    if (typed == pole.id) return;
    if (has_kazakh_letters(typed)) {
        pole.name.kk = typed;
    } else if (has_cyrillic_letters(typed)) {
        pole.name.ru = typed;
    } else {
        pole.name.en = typed;
    }
}

/// Lists have commas; whoever writes semicolons should be told so, and not that `RUS;CHN` is no state.
void refuse_semicolons(std::string_view text, const std::string& option, const std::string& example) {
    if (text.find(';') != std::string_view::npos)
        throw UsageError(option + " '" + std::string(text) + "': part the items by commas, as in " + example);
}

/// What stands before the members.
std::string pole_word(std::string_view item) {
    return std::string(trimmed(item.substr(0, item.find('='))));
}

Pole pole_of_item(const std::string& item) {
    Pole pole;
    const std::size_t equals = item.find('=');
    if (equals == std::string::npos) {
        if (item.find('+') != std::string::npos) {
            throw UsageError("--poles: '" + item + "' has members but no name; write for example WEST=" + item);
        }
        pole.id = state_of_option(item, "--poles");
        pole.members = {pole.id};
    } else {
        pole.id = pole_id_of(pole_word(item));
        for (const std::string& member : listed(std::string_view(item).substr(equals + 1), '+'))
            pole.members.push_back(state_of_option(member, "--poles " + pole.id));
        if (pole.members.empty())
            throw UsageError("--poles: '" + pole.id + "' has no members; write for example " + pole.id + "=USA+GBR");
    }
    pole.name = pole_name(pole);
    if (equals != std::string::npos) name_as_typed(pole, pole_word(item));
    return pole;
}

void refuse_twice(std::map<std::string, std::string>& seen, const std::string& name, const std::string& where) {
    const auto [first, added] = seen.emplace(name, where);
    if (!added) throw UsageError("'" + name + "' is named twice: " + first->second + " and " + where);
}

}  // namespace

LocalText state_names(const std::string& iso3) {
    const State* state = find_state(iso3, StateScheme::iso3);
    if (state == nullptr) return {iso3, iso3, iso3};
    return {state->name_en, state->name_kk, state->name_ru};
}

std::string state_of_option(std::string_view text, const std::string& option) {
    refuse_semicolons(text, option, "KGZ,TJK");
    if (trimmed(text).empty()) throw UsageError(option + ": no state is named; give its code or name, as in MNG");
    if (const auto iso3 = iso3_meant(text)) return *iso3;
    throw UsageError(option + ": " + not_meant_text(text) + "; " + not_meant_hint(text));
}

std::vector<std::string> states_of_option(std::string_view text, const std::string& option) {
    refuse_semicolons(text, option, "KGZ,TJK");
    std::vector<std::string> states;
    std::map<std::string, std::string> seen;
    const auto accepts = [](const std::string& item) { return iso3_meant(item).has_value(); };
    for (const std::string& item : split_list_of_states(text, accepts)) {
        states.push_back(state_of_option(item, option));
        refuse_twice(seen, states.back(), option + " '" + item + "'");
    }
    return states;
}

std::vector<Pole> poles_of_option(std::string_view text) {
    refuse_semicolons(text, "--poles", "RUS,CHN,WEST=USA+GBR");
    std::vector<Pole> poles;
    std::map<std::string, std::string> ids, members;
    for (const std::string& item : listed(text, ',')) {
        Pole pole = pole_of_item(item);
        refuse_twice(ids, pole.id, "as the pole '" + item + "'");
        for (const std::string& member : pole.members) refuse_twice(members, member, "in the pole " + pole.id);
        poles.push_back(std::move(pole));
    }
    if (poles.empty()) throw UsageError("--poles names no pole; write for example RUS,CHN,WEST=USA+GBR");
    return poles;
}

std::vector<std::string> poles_told(std::string_view text, const std::vector<Pole>& poles) {
    std::vector<std::string> sentences;
    const std::vector<std::string> items = listed(text, ',');
    for (std::size_t i = 0; i < items.size() && i < poles.size(); ++i) {
        const std::string word = pole_word(items[i]);
        if (items[i].find('=') != std::string::npos && word != poles[i].id)
            sentences.push_back("the pole '" + word + "' has the id " + poles[i].id +
                                "; its name stays as you wrote it");
    }
    return sentences;
}

bool is_named_by_id(const Pole& pole) {
    return pole.name.en == pole.id;
}

Span years_of_option(std::string_view text) {
    constexpr int earliest = 1816, latest = 2100;  // as study files allow
    const std::string written(trimmed(text));
    const auto wrong = [&](const std::string& what) {
        throw UsageError("--years '" + written + "': " + what + ", as in 1991-2024");
    };
    const std::vector<std::string> ends = split(written, '-');
    const auto is_year = [](const std::string& end) {
        return end.size() == 4 && std::ranges::all_of(end, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (ends.size() != 2 || !is_year(ends.front()) || !is_year(ends.back()))
        wrong("give the first and the last year with a hyphen between them");
    const Span span = {std::stoi(ends.front()), std::stoi(ends.back())};
    if (span.first > span.last) wrong("the earlier year comes first");
    if (span.first < earliest || span.last > latest) wrong("years lie between 1816 and 2100");
    return span;
}

std::vector<std::string> methods_of_option(std::string_view text, const std::vector<std::string>& ids) {
    refuse_semicolons(text, "--with", "align,compare");
    std::vector<std::string> names = ids;
    for (const std::string& id : ids) {
        std::string family = id.substr(0, id.find('.'));
        if (std::ranges::find(names, family) == names.end()) names.push_back(std::move(family));
    }
    std::vector<std::string> asked;
    for (const std::string& item : listed(text, ',')) {
        if (std::ranges::find(names, item) == names.end())
            throw UsageError("--with: there is no family and no method '" + item + "'; " + name_hint(item, names));
        if (std::ranges::find(asked, item) == asked.end()) asked.push_back(item);
    }
    if (asked.empty()) throw UsageError("--with names no method; write for example align,compare or align.shares");
    return asked;
}

OrderedFile file_of_option(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos && !columns_of_role(text.substr(0, equals)).empty())
        return {text.substr(equals + 1), text.substr(0, equals)};
    return {text};
}

std::string id_of_folder(const std::string& folder) {
    std::filesystem::path path = std::filesystem::absolute(folder).lexically_normal();
    if (path.filename().empty()) path = path.parent_path();
    const std::string id = id_of_name(path.filename().string());
    return id.empty() ? "study" : id;
}

void check_order(const StudyOrder& order) {
    if (!is_id(order.id))
        throw UsageError("--name '" + order.id + "' is no id of a study; use letters, digits, - and _, as in " +
                         id_of_folder(order.id));
    for (const Pole& pole : order.poles) {
        for (const std::string& member : pole.members) {
            if (member == order.focus) {
                throw UsageError("the state studied, " + member + ", is a member of the pole " + pole.id +
                                 "; a state's nearness to itself says nothing: choose another --focus or --poles");
            }
        }
        if (pole.id == order.focus)
            throw UsageError("the pole '" + pole.id + "' has the code of the state studied; give it another name");
    }
    if (std::ranges::find(order.comparison, order.focus) != order.comparison.end())
        throw UsageError("--comparison holds the state studied, " + order.focus + "; leave it out");
    std::vector<std::string> states = order.comparison;
    states.push_back(order.focus);
    for (const Pole& pole : order.poles) states.insert(states.end(), pole.members.begin(), pole.members.end());
    for (const std::string& state : states) {
        if (!cow_of_iso3(state, order.years.last))
            throw UsageError("'" + state + "' has no COW number in these years, by which the methods know states");
    }
}

}  // namespace tarazy
