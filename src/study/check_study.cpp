#include "study/check_study.hpp"

#include "base/nearest_name.hpp"
#include "study/data_files.hpp"
#include "study/method.hpp"
#include "study/study_names.hpp"
#include "study/theory_scores.hpp"
#include "table/state_codes.hpp"
#include "table/state_names.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

class Checker {
public:
    Checker(const StudyFile& study, Methods methods, StudyProblems& problems)
        : study_(study), methods_(methods), roles_(data_roles(methods)), problems_(problems) {}

    void check() {
        check_id(study_.id, "study");
        check_years();
        check_states();
        check_poles();
        check_pairs_of_poles();
        for (const StudySource& source : study_.sources) {
            sources_.push_back(source.entry.key);
            check_id({source.entry.key, source.place}, "source");
        }
        for (const StudyData& data : study_.data) check_data(data);
        check_analyses();
        check_propositions();
    }

private:
    void check_id(const PlacedText& id, const std::string& what) {
        if (id.text.empty() || is_id(id.text)) return;  // an empty one was reported as missing
        problems_.problem(
            id.place,
            "the id '" + id.text + "' of a " + what + " holds more than letters, digits, - and _, or is too long",
            "choose a short one, such as 'votes_2024'");
    }

    void check_unique(std::map<std::string, std::size_t>& seen, const PlacedText& id, const std::string& what) {
        if (id.text.empty()) return;
        for (const auto& [other, line] : seen) {
            if (other == id.text || lower_case(other) != lower_case(id.text)) continue;
            problems_.warning(id.place,
                              "the " + what + " '" + id.text + "' differs from '" + other + "' (line " +
                                  std::to_string(line) + ") in capital letters only",
                              "readers and some file systems take them for the same; choose another id");
        }
        const auto [first, added] = seen.emplace(id.text, id.place.line);
        if (!added) {
            problems_.problem(id.place,
                              "a second " + what + " has the id '" + id.text + "' (first on line " +
                                  std::to_string(first->second) + ")",
                              "give each its own");
        }
    }

    static std::string hint(const std::string& name, const std::vector<std::string>& candidates,
                            const std::string& none) {
        return candidates.empty() ? none : name_hint(name, candidates);
    }

    void check_years() {
        if (study_.years_place.line == 0 || (study_.first_year == 0 && study_.last_year == 0))
            return;                                    // reported as missing
        constexpr int earliest = 1816, latest = 2100;  // the state systems begin in 1816
        if (study_.first_year < earliest || study_.last_year > latest || study_.last_year < study_.first_year) {
            problems_.problem(study_.years_place,
                              "years = [" + std::to_string(study_.first_year) + ", " +
                                  std::to_string(study_.last_year) + "] is no range of years",
                              "give first and last year between " + std::to_string(earliest) + " and " +
                                  std::to_string(latest) + ", earlier one first");
        }
    }

    void check_state(const PlacedText& state) {
        if (state.text.empty()) return;
        if (cow_of_iso3(state.text, study_.last_year > 0 ? study_.last_year : 2000)) return;
        if (iso3_meant(state.text)) {
            problems_.problem(state.place, "the state '" + state.text + "' is outside of the COW system in these years",
                              "name a state that has a COW number");
            return;
        }
        const bool said = state_meant(state.text) != nullptr || not_a_state(state.text) != nullptr;
        problems_.problem(state.place, said ? not_meant_text(state.text) : "unknown state '" + state.text + "'",
                          not_meant_hint(state.text));
    }

    /// Comparisons and chronologies are about all their cases and events; the rest is about one state.
    void check_focus() {
        if (!study_.focus.text.empty()) return check_state(study_.focus);
        for (const StudyAnalysis& analysis : study_.analyses) {
            const Method* method = find_method(methods_, analysis.method.text);
            if (method == nullptr || !method->needs_focus) continue;
            problems_.problem({1, 1}, "[study] has no 'focus', the state that '" + analysis.method.text + "' is about",
                              "add for example focus = \"KAZ\"; only compare.* and trace.* do without");
            return;
        }
    }

    void check_states() {
        check_focus();
        std::map<std::string, std::size_t> seen;
        if (!study_.focus.text.empty()) seen.emplace(study_.focus.text, study_.focus.place.line);
        for (const PlacedText& state : study_.comparison) {
            check_state(state);
            const auto [first, added] = seen.emplace(state.text, state.place.line);
            if (!added)
                problems_.problem(state.place,
                                  "the state '" + state.text + "' is named twice among focus and comparison",
                                  "remove one");
        }
    }

    void check_poles() {
        std::map<std::string, std::size_t> ids, members;
        for (const StudyPole& pole : study_.poles) {
            check_pole_id(pole.id);
            check_unique(ids, pole.id, "pole");
            for (const PlacedText& member : pole.members) {
                check_state(member);
                const auto [first, added] = members.emplace(member.text, member.place.line);
                if (!added)
                    problems_.problem(member.place, "'" + member.text + "' is a member of a pole already",
                                      "name each state once");
                if (member.text == study_.focus.text && !member.text.empty()) {
                    problems_.problem(member.place, "the focus state '" + member.text + "' is a member of a pole",
                                      "a state's nearness to itself says nothing; choose another focus or pole");
                }
            }
        }
    }

    void check_pole_id(const PlacedText& id) {
        if (id.text.empty()) return;  // reported as missing
        if (!is_pole_id(id.text)) {
            problems_.problem(
                id.place,
                "the id '" + id.text + "' of a pole holds more than letters, digits, points, - and _, or is too long",
                "choose a short one, such as 'WEST' or 'EU-27'");
        } else if (id.text == study_.focus.text) {
            problems_.problem(id.place, "the id '" + id.text + "' of a pole is the code of the focus state",
                              "numbers of the two could not be told apart; choose another");
        }
    }

    /// "A" and "B-C" make the pair "A-B-C", and so do "A-B" and "C": numbers about pairs carry both ids.
    void check_pairs_of_poles() {
        std::map<std::string, std::string> names;
        for (const StudyPole& pole : study_.poles) names.emplace(pole.id.text, "the pole '" + pole.id.text + "'");
        for (std::size_t q = 0; q < study_.poles.size(); ++q) {
            for (std::size_t p = 0; p < q; ++p) {
                const std::string &first = study_.poles[p].id.text, &second = study_.poles[q].id.text;
                if (first.empty() || second.empty() || first == second) continue;
                const auto [other, added] =
                    names.emplace(first + '-' + second, "the poles '" + first + "' and '" + second + "'");
                if (added) continue;
                problems_.problem(study_.poles[q].id.place,
                                  "the poles '" + first + "' and '" + second + "' as a pair have the name '" +
                                      other->first + "', which is that of " + other->second,
                                  "change one of the ids");
            }
        }
    }

    /// One file named twice would count its rows twice.
    void check_files_of(const StudyData& data) {
        std::map<std::string, std::size_t> seen;
        for (const PlacedText& file : data.files) {
            if (file.text.empty()) continue;
            const auto [first, added] = seen.emplace(recorded_path(study_, file.text), file.place.line);
            if (!added)
                problems_.problem(file.place,
                                  "the file '" + file.text + "' is named twice under [data." + data.key.text + "]",
                                  "its rows would count twice; remove one");
        }
    }

    void check_data(const StudyData& data) {
        check_files_of(data);
        data_[data.key.text] = &data;
        data_keys_.push_back(data.key.text);
        check_id(data.key, "data key");
        if (data.key.text == "study" || data.key.text == "multiverse")
            problems_.problem(data.key.place,
                              "the data key '" + data.key.text + "' is taken: it means the " +
                                  (data.key.text == "study" ? "study file itself" : "study's own multiverse"),
                              "choose another");
        if (!data.role.text.empty() && std::ranges::find(roles_, data.role.text) == roles_.end()) {
            problems_.problem(data.role.place, "unknown role '" + data.role.text + "'",
                              name_hint(data.role.text, roles_));
        }
        for (const PlacedText& source : data.sources) {
            if (std::ranges::find(sources_, source.text) != sources_.end()) continue;
            problems_.problem(source.place, "unknown source '" + source.text + "'",
                              hint(source.text, sources_, "add [source." + source.text + "]"));
        }
        if (data.sources.empty() && data.result.text.empty()) {
            problems_.warning(data.key.place, "[data." + data.key.text + "] names no source",
                              "add source = \"<key>\" and [source.<key>]");
        }
    }

    void check_analyses() {
        std::map<std::string, std::size_t> ids;
        for (const StudyAnalysis& analysis : study_.analyses) {
            check_id(analysis.id, "analysis");
            check_unique(ids, analysis.id, "analysis");
            analysis_ids_.push_back(analysis.id.text);
            if (analysis.id.text == "study" || analysis.id.text == "propositions" ||
                analysis.id.text == "proposition" || analysis.id.text == "overturned" ||
                analysis.id.text == "contradictions" || analysis.id.text == "multiverse") {
                problems_.problem(analysis.id.place,
                                  "the analysis id '" + analysis.id.text + "' is taken by a result of every study",
                                  "choose another");
            }
            const std::vector<std::string> roles = check_references(analysis);
            if (analysis.method.text.empty()) continue;
            const Method* method = find_method(methods_, analysis.method.text);
            if (method == nullptr) {
                problems_.problem(analysis.method.place, "unknown method '" + analysis.method.text + "'",
                                  name_hint(analysis.method.text, method_names(methods_)));
                continue;
            }
            if (roles.size() == analysis.data.size()) check_roles(analysis, *method, roles);
            (void)read_parameters(analysis.parameters, method->parameters, method->id, problems_);
            if (method->check != nullptr) method->check(analysis, problems_);
            if (study_.poles.size() < method->least_poles) {
                problems_.problem(analysis.method.place,
                                  method->id + " needs " + std::to_string(method->least_poles) +
                                      " poles, the study has " + std::to_string(study_.poles.size()),
                                  "add [[pole]] with id, name and members");
            }
        }
    }

    /// The result of another analysis can be read once it is there: the order of the study file keeps out circles.
    void check_result_read(const StudyData& data) {
        const std::string& read = data.result.text;
        const auto earlier = std::span(analysis_ids_).first(analysis_ids_.size() - 1);
        if (read.empty() || std::ranges::find(earlier, read) != earlier.end()) return;
        const bool later = std::ranges::find(study_.analyses, read, [](const StudyAnalysis& one) {
                               return one.id.text;
                           }) != study_.analyses.end();
        problems_.problem(data.result.place,
                          later ? "the result of '" + read + "' is read by the analysis '" + analysis_ids_.back() +
                                      "', which does not stand after it"
                                : "unknown analysis '" + read + "'",
                          later ? "put [[analysis]] '" + analysis_ids_.back() + "' below it"
                                : hint(read, {earlier.begin(), earlier.end()}, "add [[analysis]] with this id"));
    }

    /// The roles of the analysis' data; fewer than it names when one of them is not known.
    std::vector<std::string> check_references(const StudyAnalysis& analysis) {
        std::vector<std::string> roles;
        std::set<std::string> seen;
        for (const PlacedText& key : analysis.data) {
            const auto found = data_.find(key.text);
            if (found != data_.end()) check_result_read(*found->second);
            if (found == data_.end()) {
                problems_.problem(key.place, "unknown data '" + key.text + "'",
                                  hint(key.text, data_keys_, "add [data." + key.text + "]"));
            } else if (!seen.insert(found->second->role.text).second) {
                problems_.problem(key.place, "a second data key of the role '" + found->second->role.text + "'",
                                  "an analysis reads one of each; remove one, or name both files under one key");
            } else {
                roles.push_back(found->second->role.text);
            }
        }
        return roles;
    }

    static std::string needs_of(const Method& method) {
        std::string text;
        for (const auto& set : method.reads) {
            if (!text.empty()) text += "; or ";
            for (std::size_t i = 0; i < set.size(); ++i)
                text += (i > 0 ? ", " : "") + set[i].role + (set[i].required ? "" : " (optional)");
        }
        return text;
    }

    void check_roles(const StudyAnalysis& analysis, const Method& method, const std::vector<std::string>& roles) {
        const auto known = [&](const std::string& role) { return std::ranges::find(roles_, role) != roles_.end(); };
        if (!std::ranges::all_of(roles, known)) return;  // reported where the role is declared
        const std::vector<DataNeed>* fitting = fitting_roles(method, roles);
        if (fitting == nullptr) {
            problems_.problem(analysis.method.place, method.id + " lacks data it needs",
                              "name under 'data' keys of the roles " + needs_of(method));
            return;
        }
        for (std::size_t i = 0; i < roles.size(); ++i) {
            if (std::ranges::find(*fitting, roles[i], &DataNeed::role) != fitting->end()) continue;
            problems_.problem(
                analysis.data[i].place,
                method.id + " does not read the role '" + roles[i] + "' of '" + analysis.data[i].text + "'",
                "remove it; it reads " + needs_of(method));
        }
    }

    /// The report would show the code itself as a heading.
    void check_topic(const PlacedText& topic) {
        if (topic.text.empty() || study_.words.contains(topic.text)) return;
        std::vector<std::string> words;
        for (const auto& [code, word] : study_.words) words.push_back(code);
        const std::string add = "add '" + topic.text + " = { en = \"...\" }' to [word]";
        problems_.warning(topic.place, "the topic '" + topic.text + "' is no code of [word]",
                          words.empty() ? add : add + ", or: " + name_hint(topic.text, words));
    }

    void check_propositions() {
        const std::vector<std::string> nouns = method_nouns(methods_);
        std::vector<std::string> theories = known_theories();
        theories.emplace_back("none");
        std::map<std::string, std::size_t> ids;
        for (const StudyProposition& proposition : study_.propositions) {
            check_id(proposition.id, "proposition");
            check_unique(ids, proposition.id, "proposition");
            const std::string& theory = proposition.theory.text;
            if (!theory.empty() && std::ranges::find(theories, theory) == theories.end()) {
                problems_.problem(proposition.theory.place, "unknown theory '" + theory + "'",
                                  name_hint(theory, theories));
            }
            for (const PlacedText& method : proposition.methods) {
                if (std::ranges::find(nouns, method.text) == nouns.end())
                    problems_.problem(method.place, "unknown method '" + method.text + "'",
                                      name_hint(method.text, nouns));
            }
            check_topic(proposition.topic);
            std::set<std::tuple<std::string, std::string, std::string>> declared;
            for (const DeclaredTest& test : proposition.tests) {
                if (!declared.emplace(test.analysis.text, test.quantity.text, test.criterion_text.text).second)
                    problems_.warning(
                        test.quantity.place,
                        "the test of '" + test.quantity.text + "' stands twice in '" + proposition.id.text + "'",
                        "it weighs twice; remove one, or set its weight");
                if (test.analysis.text.empty() ||
                    std::ranges::find(analysis_ids_, test.analysis.text) != analysis_ids_.end())
                    continue;
                problems_.problem(test.analysis.place, "unknown analysis '" + test.analysis.text + "'",
                                  hint(test.analysis.text, analysis_ids_, "add [[analysis]] with this id"));
            }
        }
    }

    const StudyFile& study_;
    Methods methods_;
    std::vector<std::string> roles_;
    StudyProblems& problems_;
    std::vector<std::string> sources_, data_keys_, analysis_ids_;
    std::map<std::string, const StudyData*> data_;
};

}  // namespace

void check_meaning(const StudyFile& study, Methods methods, StudyProblems& problems) {
    Checker(study, methods, problems).check();
}

void check_files(const StudyFile& study, StudyProblems& problems) {
    for (const StudyData& data : study.data) {
        const auto empty = [](const PlacedText& file) { return file.text.empty(); };
        if (data.files.empty() || std::ranges::any_of(data.files, empty)) continue;  // reported already
        const DataPlace place = find_data(study, data);
        if (place.state != DataState::missing) continue;
        const PlacedText& at = data.files.front();
        problems.problem(at.place, "[data." + data.key.text + "]: " + place.why_missing, place.remedy);
    }
}

}  // namespace tarazy
