#include "trace/evidence/evidence_document.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "io/json_document.hpp"

#include <algorithm>
#include <span>

namespace tarazy {
namespace {

/// Reads the parts of one document; whatever does not fit is gathered.
class EvidenceDocument {
public:
    explicit EvidenceDocument(const std::string& path) : path_(path) {}

    StatedEvidence take(const TomlValue& root) {
        stated_.place = place_of_value(root.place);
        require_known(root, {"set", "name", "hypothesis", "hypotheses", "prior", "priors", "clue", "clues", "evidence",
                             "group", "groups", "note", "source", "steps"});  // steps: results that stand beside it
        if (const TomlValue* set = first_of(root, {"set", "name"})) stated_.set = text_of(*set);
        if (const TomlValue* priors = first_of(root, {"prior", "priors"})) read_priors(*priors);
        if (const TomlValue* all = first_of(root, {"hypothesis", "hypotheses"})) read_hypotheses(*all);
        if (const TomlValue* all = first_of(root, {"clue", "clues", "evidence"})) {
            for (const TomlValue& item : items_of(*all)) read_clue(item);
        }
        if (const TomlValue* all = first_of(root, {"group", "groups"})) {
            for (const TomlValue& item : items_of(*all)) read_group(item);
        }
        problems_.throw_if_any();
        return std::move(stated_);
    }

private:
    [[nodiscard]] StatedPlace place_of_value(const TextPlace& place) const { return {path_, place.line, place.column}; }
    void refuse(const TextPlace& place, std::string what, std::string remedy) {
        problems_.add({path_, place.line, place.column, std::move(what), std::move(remedy)});
    }
    [[nodiscard]] static const TomlValue* first_of(const TomlValue& table, std::span<const std::string_view> keys) {
        for (const std::string_view key : keys)
            if (const TomlEntry* entry = table.find(key)) return &entry->value;
        return nullptr;
    }
    [[nodiscard]] static const TomlValue* first_of(const TomlValue& table,
                                                   std::initializer_list<std::string_view> keys) {
        return first_of(table, std::span(keys.begin(), keys.size()));
    }

    void require_known(const TomlValue& table, const std::vector<std::string>& known) {
        if (table.kind != TomlKind::table) {
            refuse(table.place, "this is " + std::string(to_string(table.kind)), "write a table of named values");
            return;
        }
        for (const TomlEntry& entry : table.entries) {
            if (std::ranges::find(known, entry.key) != known.end()) continue;
            refuse(entry.place, "'" + entry.key + "' has no meaning here", name_hint(entry.key, known));
        }
    }

    std::span<const TomlValue> items_of(const TomlValue& list) {
        if (list.kind == TomlKind::list) return list.items;
        refuse(list.place, "this is " + std::string(to_string(list.kind)), "write a list of tables");
        return {};
    }
    std::string text_of(const TomlValue& value) {
        if (value.kind == TomlKind::text) return value.text;
        if (value.kind == TomlKind::integer) return std::to_string(value.integer);
        refuse(value.place, "this is " + std::string(to_string(value.kind)), "write a text in quotation marks");
        return "";
    }
    std::string text_at(const TomlValue& table, std::string_view key) {
        const TomlEntry* entry = table.find(key);
        return entry == nullptr ? "" : text_of(entry->value);
    }
    std::optional<double> number_of(const TomlValue& value) {
        if (value.kind == TomlKind::integer || value.kind == TomlKind::real) return value.real;
        refuse(value.place, "this is " + std::string(to_string(value.kind)), "write a number between 0 and 1");
        return std::nullopt;
    }
    EvidenceWords words_at(const TomlValue& table, const std::string& key) {
        EvidenceWords words{text_at(table, key + "_en"), text_at(table, key + "_kk"), text_at(table, key + "_ru")};
        if (words.en.empty()) words.en = text_at(table, key);
        return words;
    }
    static void add_words(std::vector<std::string>& known, const std::string& key) {
        for (const char* ending : {"", "_en", "_kk", "_ru"}) known.push_back(key + ending);
    }

    /// A number, or its low end, value and high end.
    StatedProbability probability_of(const TomlValue& value) {
        StatedProbability read;
        read.place = place_of_value(value.place);
        if (value.kind != TomlKind::list) {
            read.value = number_of(value);
            return read;
        }
        if (value.items.size() != 3) {
            refuse(value.place, "this is a list of " + std::to_string(value.items.size()),
                   "write one number, or three: low end, value, high end");
            return read;
        }
        read.low = number_of(value.items[0]);
        read.value = number_of(value.items[1]);
        read.high = number_of(value.items[2]);
        return read;
    }
    void take_range(const TomlValue& range, StatedProbability& probability) {
        if (range.kind != TomlKind::list || range.items.size() != 2) {
            refuse(range.place, "a range is two numbers", "write [low, high]");
            return;
        }
        if (probability.low || probability.high) {
            refuse(range.place, "the range is given twice", "keep one of the two");
            return;
        }
        probability.low = number_of(range.items[0]);
        probability.high = number_of(range.items[1]);
    }

    void read_priors(const TomlValue& priors) {
        require_known_kind(priors, TomlKind::table, "write a prior a hypothesis: { insider = 0.5, stranger = 0.5 }");
        for (const TomlEntry& entry : priors.entries) {
            StatedHypothesis one{entry.key, probability_of(entry.value)};
            one.place = place_of_value(entry.place);
            stated_.hypotheses.push_back(std::move(one));
        }
    }
    void require_known_kind(const TomlValue& value, TomlKind kind, const std::string& remedy) {
        if (value.kind != kind) refuse(value.place, "this is " + std::string(to_string(value.kind)), remedy);
    }

    void read_hypotheses(const TomlValue& all) {
        std::vector<std::string> known = {"id", "prior", "prior_range", "judged_by"};
        for (const char* words : {"name", "says", "why"}) add_words(known, words);
        for (const TomlValue& item : items_of(all)) {
            StatedHypothesis one;
            one.place = place_of_value(item.place);
            one.prior.place = one.place;
            if (item.kind == TomlKind::text) {
                one.id = item.text;
            } else {
                require_known(item, known);
                one.id = text_at(item, "id");
                if (const TomlEntry* prior = item.find("prior")) one.prior = probability_of(prior->value);
                if (const TomlEntry* range = item.find("prior_range")) take_range(range->value, one.prior);
                one.name = words_at(item, "name");
                one.says = words_at(item, "says");
                one.why = words_at(item, "why");
                one.judged_by = text_at(item, "judged_by");
            }
            const auto before = std::ranges::find(stated_.hypotheses, one.id, &StatedHypothesis::id);
            // Priors may stand in a table of their own beside the list of hypotheses.
            if (before != stated_.hypotheses.end() && !one.prior.value) {
                one.prior = before->prior;
                *before = std::move(one);
            } else {
                stated_.hypotheses.push_back(std::move(one));
            }
        }
    }

    void read_clue(const TomlValue& item) {
        std::vector<std::string> known = {"id",         "found",  "group",   "event",      "source",
                                          "confidence", "test",   "favours", "likelihood", "likelihoods",
                                          "range",      "ranges", "other",   "judged_by"};
        for (const char* words : {"clue", "text", "why"}) add_words(known, words);
        require_known(item, known);
        StatedClue clue{text_at(item, "id")};
        if (item.find("found") != nullptr) clue.found = text_at(item, "found");
        clue.group = text_at(item, "group");
        clue.event = text_at(item, "event");
        clue.source = text_at(item, "source");
        clue.confidence = text_at(item, "confidence");
        clue.test = text_at(item, "test");
        clue.favours = text_at(item, "favours");
        clue.text = words_at(item, "clue");
        if (clue.text.en.empty()) clue.text = words_at(item, "text");
        clue.place = place_of_value(item.place);
        read_likelihoods(item, clue.id);
        stated_.clues.push_back(std::move(clue));
    }
    void read_group(const TomlValue& item) {
        std::vector<std::string> known = {"id", "likelihood", "likelihoods", "range", "ranges", "judged_by"};
        add_words(known, "why");
        require_known(item, known);
        read_likelihoods(item, text_at(item, "id"));
    }

    void read_likelihoods(const TomlValue& item, const std::string& clue) {
        const TomlValue* ranges = first_of(item, {"range", "ranges"});
        const TomlValue* others = first_of(item, {"other"});
        std::vector<std::string> named;
        if (const TomlValue* all = first_of(item, {"likelihood", "likelihoods"})) {
            require_known_kind(*all, TomlKind::table,
                               "write a likelihood a hypothesis: { insider = 0.9, stranger = 0.1 }");
            for (const TomlEntry& entry : all->entries) {
                StatedLikelihood one{clue, entry.key, probability_of(entry.value)};
                one.place = place_of_value(entry.place);
                one.judged_by = text_at(item, "judged_by");
                one.why = words_at(item, "why");
                if (ranges != nullptr)
                    if (const TomlEntry* range = ranges->find(entry.key)) take_range(range->value, one.probability);
                if (others != nullptr)
                    if (const TomlEntry* other = others->find(entry.key)) take_others(other->value, one);
                named.push_back(entry.key);
                stated_.likelihoods.push_back(std::move(one));
            }
        }
        if (ranges == nullptr) return;
        for (const TomlEntry& entry : ranges->entries) {
            if (std::ranges::find(named, entry.key) != named.end()) continue;
            refuse(entry.place, "a range is of '" + entry.key + "', which has no likelihood here",
                   "give the likelihood as well");
        }
    }
    void take_others(const TomlValue& value, StatedLikelihood& likelihood) {
        if (value.kind != TomlKind::list) {
            if (const auto number = number_of(value)) likelihood.others.push_back(*number);
            return;
        }
        for (const TomlValue& item : value.items)
            if (const auto number = number_of(item)) likelihood.others.push_back(*number);
    }

    const std::string& path_;
    StatedEvidence stated_;
    Diagnostics problems_;
};

/// The chosen document of a list of several.
const TomlValue& chosen_document(const TomlValue& root, const std::string& path, const std::string& set) {
    std::vector<std::string> names;
    const auto name_of = [](const TomlValue& one) {
        for (const char* key : {"set", "name"})
            if (const TomlEntry* entry = one.find(key)) return entry->value.text;
        return std::string();
    };
    for (const TomlValue& one : root.items) names.push_back(name_of(one));
    const auto refuse_list = [&](const std::string& what, const std::string& remedy) {
        throw InputError(Problem{path, root.place.line, root.place.column, what, remedy});
    };
    if (names.empty()) refuse_list("the list is empty", "write at least one set of rival hypotheses");
    if (set.empty() && names.size() > 1)
        refuse_list("the file holds several sets of rival hypotheses: " + joined(names, ", "), "choose one of them");
    if (set.empty()) return root.items.front();
    const auto found = std::ranges::find(names, set);
    if (found == names.end()) refuse_list("there is no set '" + set + "' of rival hypotheses", name_hint(set, names));
    return root.items[static_cast<std::size_t>(found - names.begin())];
}

}  // namespace

RivalExplanations read_rivals_document(std::string_view text, const std::string& path, const std::string& set) {
    const TomlValue root = parse_document(text, path);
    const TomlValue& chosen = root.kind == TomlKind::list ? chosen_document(root, path, set) : root;
    return assembled_rivals(EvidenceDocument(path).take(chosen));
}

}  // namespace tarazy
