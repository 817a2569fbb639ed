#include "study/study_choices.hpp"

#include "base/text_lists.hpp"
#include "study/study_names.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

class ChoiceReader {
public:
    ChoiceReader(const TomlValue& root, StudyProblems& problems) : root_(root), problems_(problems) {}

    StudyChoice read(const TomlValue& table) {
        StudySection section(table, "[[choice]]", problems_);
        StudyChoice choice;
        choice.id = section.text("id");
        check_own_id(choices_, choice.id, "choice");
        choice.name = section.local_text("name");
        choice.reason = section.local_text("reason");
        std::map<std::string, std::size_t> ids;
        for (const TomlValue* alternative : section.tables("alternative")) {
            const bool first = choice.alternatives.empty();
            choice.alternatives.push_back(read_alternative(*alternative, choice.id.text, first));
            check_own_id(ids, choice.alternatives.back().id, "alternative");
        }
        if (choice.alternatives.size() < 2)
            problems_.problem(section.place(), "the choice '" + choice.id.text + "' has fewer than two alternatives",
                              "add [[choice.alternative]]: the study as it stands first, then what could be otherwise");
        section.finish();
        return choice;
    }

    /// A key that two choices override would be what the later one says. @pre all choices were read
    void check_keys_of_two(const std::vector<StudyChoice>& choices) {
        struct Seen {
            std::size_t choice;
            const StudyOverride* one;
        };
        std::vector<Seen> seen;
        for (std::size_t c = 0; c < choices.size(); ++c) {
            for (const ChoiceAlternative& alternative : choices[c].alternatives) {
                for (const StudyOverride& one : alternative.set) {
                    const auto other = std::ranges::find_if(seen, [&](const Seen& earlier) {
                        return earlier.choice != c && paths_meet(earlier.one->path, one.path);
                    });
                    if (other != seen.end())
                        problems_.problem(one.place,
                                          "'" + one.path + "' is overridden by the choices '" +
                                              choices[other->choice].id.text + "' (line " +
                                              std::to_string(other->one->place.line) + ") and '" + choices[c].id.text +
                                              "'",
                                          "each key may be overridden by one choice; join the two, with an alternative "
                                          "for each combination");
                    seen.push_back({c, &one});
                }
            }
        }
    }

private:
    void check_own_id(std::map<std::string, std::size_t>& seen, const PlacedText& id, const std::string& what) {
        if (id.text.empty()) return;  // reported as missing
        if (!is_id(id.text))
            problems_.problem(id.place,
                              "the id '" + id.text + "' of " + (what == "choice" ? "a " : "an ") + what +
                                  " holds more than letters, digits, - and _, or is too long",
                              "choose a short one, such as 'west_members'");
        const auto [first, added] = seen.emplace(id.text, id.place.line);
        if (!added)
            problems_.problem(id.place,
                              "a second " + what + " has the id '" + id.text + "' (first on line " +
                                  std::to_string(first->second) + ")",
                              "give each its own");
    }

    ChoiceAlternative read_alternative(const TomlValue& table, const std::string& choice, bool first) {
        StudySection section(table, "[[choice.alternative]] of '" + choice + "'", problems_);
        ChoiceAlternative alternative;
        alternative.id = section.text("id");
        alternative.name = section.local_text("name");
        const TomlEntry* set = section.entry("set", !first);
        section.finish();
        if (set == nullptr) return alternative;
        if (first) {
            problems_.problem(set->place,
                              "the first alternative of '" + choice + "' is the study as it stands and sets nothing",
                              "put an alternative without 'set' above it");
        } else if (set->value.kind != TomlKind::table) {
            problems_.problem(set->place, "'set' is " + std::string(to_string(set->value.kind)) + ", not a table",
                              "write set = { \"study.years\" = [1995, 2020] }");
        } else {
            alternative.set = overrides_in(set->value);
            check_overrides(alternative, set->place);
        }
        return alternative;
    }

    void check_overrides(ChoiceAlternative& alternative, TextPlace set) {
        bool changes = false;
        std::erase_if(alternative.set, [&](const StudyOverride& one) {
            const TomlValue* now = find_key(root_, one.path);
            if (now == nullptr) {
                problems_.problem(one.place, "the study has no key '" + one.path + "'",
                                  key_hint(root_, one.path) +
                                      " A standard value is written into the study before it can be overridden");
                changes = true;  // said already
                return true;
            }
            const auto is_table = [](const TomlValue& item) { return item.kind == TomlKind::table; };
            if (now->kind == TomlKind::list && std::ranges::any_of(now->items, is_table)) {
                problems_.problem(one.place, "'" + one.path + "' is a list of tables, which cannot be replaced",
                                  "override keys of its tables: '" + one.path + ".1.<key>'");
                changes = true;
                return true;
            }
            changes = changes || !same_value(*now, one.value);
            return false;
        });
        for (std::size_t i = 0; i < alternative.set.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (!paths_meet(alternative.set[i].path, alternative.set[j].path)) continue;
                problems_.problem(alternative.set[i].place,
                                  "'" + alternative.set[i].path + "' and '" + alternative.set[j].path +
                                      "' of one alternative are the same key, or one lies within the other",
                                  "remove one");
            }
        }
        if (!changes)
            problems_.warning(set, "the alternative '" + alternative.id.text + "' changes nothing",
                              "its values are those of the study; remove it, or set something else");
    }

    const TomlValue& root_;
    StudyProblems& problems_;
    std::map<std::string, std::size_t> choices_;
};

}  // namespace

std::vector<StudyChoice> read_choices(const TomlValue& root, StudySection& section, StudyProblems& problems) {
    ChoiceReader reader(root, problems);
    std::vector<StudyChoice> choices;
    for (const TomlValue* choice : section.tables("choice")) choices.push_back(reader.read(*choice));
    reader.check_keys_of_two(choices);
    return choices;
}

TomlValue study_with(const TomlValue& root, const std::vector<StudyChoice>& choices,
                     std::span<const std::size_t> picked) {
    TomlValue changed = root;
    for (std::size_t c = 0; c < choices.size(); ++c) apply_overrides(changed, choices[c].alternatives[picked[c]].set);
    return changed;
}

std::string picked_text(const std::vector<StudyChoice>& choices, std::span<const std::size_t> picked) {
    std::string text;
    for (std::size_t c = 0; c < choices.size(); ++c) {
        if (picked[c] > 0) add_item(text, choices[c].id.text + " = " + choices[c].alternatives[picked[c]].id.text);
    }
    return text.empty() ? "the study as it stands" : text;
}

}  // namespace tarazy
