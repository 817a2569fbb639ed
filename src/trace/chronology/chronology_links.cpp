#include "trace/chronology/chronology_links.hpp"

#include "base/edtf_order.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

const std::vector<std::string> link_types = {"causes", "enables"};
const std::vector<std::string> link_bases = {"literature", "proposed"};

std::string extent(const EdtfDate& date) {
    const std::string first = to_string(date.earliest), last = to_string(date.latest);
    return first == last ? first : first + " to " + last;
}

class LinkReader {
public:
    LinkReader(const Table& table, std::span<const std::string> ids, const EventDates& dates, Diagnostics& diagnostics,
               std::vector<std::string>& warnings)
        : table_(table),
          ids_(ids),
          known_(ids.begin(), ids.end()),
          dates_(dates),
          diagnostics_(diagnostics),
          warnings_(warnings) {}

    std::vector<ChronologyLink> read() {
        const std::vector<std::string> needed = {"from", "to", "type", "basis"};
        require_columns(table_, needed);
        const auto from = require_texts(table_, "from"), to = require_texts(table_, "to");
        const auto type = require_texts(table_, "type"), basis = require_texts(table_, "basis");
        const auto stated_in =
            table_.find("stated_in") ? require_texts(table_, "stated_in") : std::vector<std::string>(table_.rows());
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            links_.push_back({from[row], to[row], type[row], basis[row], stated_in[row]});
            check(row);
        }
        for (const LinkCircle& circle : circles(links_)) {
            problem(circle.link, "to", "links run in a circle: " + joined(circle.ids, " -> "),
                    "no event leads back to itself; take out or turn round one of these links");
        }
        return std::move(links_);
    }

private:
    void problem(std::size_t row, std::string_view column, std::string what, std::string remedy) {
        diagnostics_.add(table_.problem(row, column, std::move(what), std::move(remedy)));
    }
    void warning(std::size_t row, std::string_view column, std::string what, std::string remedy) {
        warnings_.push_back(to_string(table_.problem(row, column, std::move(what), std::move(remedy))));
    }

    void check(std::size_t row) {
        const ChronologyLink& link = links_[row];
        const bool from_known = check_event(row, "from", link.from), to_known = check_event(row, "to", link.to);
        check_word(row, "type", link.type, link_types);
        check_word(row, "basis", link.basis, link_bases);
        if (link.basis == "literature" && link.stated_in.empty()) {
            warning(row, "stated_in",
                    link.from + " -> " + link.to + " is said to be stated in the literature, but no source is named",
                    "name the source, or call the link proposed");
        }
        if (!from_known || !to_known) return;
        if (link.from == link.to) {
            problem(row, "to", "event " + link.from + " is linked to itself",
                    "take the link out, or correct one of its ends");
            return;
        }
        const auto [earlier, is_new] = first_row_.emplace(std::pair(link.from, link.to), row);
        if (!is_new) {
            const Problem first = table_.problem(earlier->second, "from", "", "");
            problem(row, "from", link.from + " -> " + link.to + " stands already on line " + std::to_string(first.line),
                    "keep one of the two");
            return;
        }
        check_order(row, link);
    }

    bool check_event(std::size_t row, const char* column, const std::string& id) {
        if (known_.contains(id)) return true;
        if (id.empty())
            problem(row, column, std::string(column) + " is empty", "give the id of an event");
        else
            problem(row, column, "there is no event '" + id + "' in the chronology", name_hint(id, ids_));
        return false;
    }

    void check_word(std::size_t row, const char* column, const std::string& word,
                    const std::vector<std::string>& allowed) {
        if (std::ranges::find(allowed, word) != allowed.end()) return;
        problem(row, column, std::string(column) + " is '" + word + "'", "write " + allowed[0] + " or " + allowed[1]);
    }

    void check_order(std::size_t row, const ChronologyLink& link) {
        const auto cause = dates_.find(link.from), effect = dates_.find(link.to);
        if (cause == dates_.end() || effect == dates_.end()) return;
        const std::string dates =
            link.from + " (" + extent(cause->second) + ") -> " + link.to + " (" + extent(effect->second) + ")";
        switch (causal_order(cause->second, effect->second)) {
            case CausalOrder::possible: return;
            case CausalOrder::impossible:
                problem(row, "to", "effect before cause: " + dates, "correct a date, or turn the link round");
                return;
            case CausalOrder::undecided:
                warning(row, "to", "only possibly in order: " + dates,
                        "the effect may have begun before its cause; give closer dates if you can");
                return;
        }
    }

    const Table& table_;
    std::span<const std::string> ids_;
    std::set<std::string> known_;
    const EventDates& dates_;
    Diagnostics& diagnostics_;
    std::vector<std::string>& warnings_;
    std::vector<ChronologyLink> links_;
    std::map<std::pair<std::string, std::string>, std::size_t> first_row_;
};

/// Depth-first search with its own stack: a chain of links may be as long as the file.
class CircleSearch {
public:
    explicit CircleSearch(std::span<const ChronologyLink> links) : links_(links) {
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (links[i].from != links[i].to) leaving_[links[i].from].push_back(i);
        }
    }

    std::vector<LinkCircle> run() {
        for (const ChronologyLink& link : links_) {
            if (!state_.contains(link.from)) search_from(link.from);
        }
        return std::move(found_);
    }

private:
    struct Step {
        std::string id;
        std::size_t next = 0;  // number of its links already followed
    };
    enum class State { on_path, done };

    void search_from(const std::string& start) {
        enter(start);
        while (!path_.empty()) {
            Step& step = path_.back();
            const auto links = leaving_.find(step.id);
            if (links == leaving_.end() || step.next == links->second.size()) {
                state_[step.id] = State::done;
                path_.pop_back();
                continue;
            }
            const std::size_t link = links->second[step.next++];
            const std::string& to = links_[link].to;
            const auto seen = state_.find(to);
            if (seen == state_.end())
                enter(to);
            else if (seen->second == State::on_path)
                close(to, link);
        }
    }

    void enter(const std::string& id) {
        state_[id] = State::on_path;
        path_.push_back({id, 0});
    }

    void close(const std::string& id, std::size_t link) {
        LinkCircle circle;
        circle.link = link;
        auto step = std::ranges::find(path_, id, &Step::id);
        for (; step != path_.end(); ++step) circle.ids.push_back(step->id);
        circle.ids.push_back(id);
        found_.push_back(std::move(circle));
    }

    std::span<const ChronologyLink> links_;
    std::map<std::string, std::vector<std::size_t>> leaving_;
    std::map<std::string, State> state_;
    std::vector<Step> path_;
    std::vector<LinkCircle> found_;
};

}  // namespace

std::vector<ChronologyLink> read_links(const Table& table, std::span<const std::string> ids, const EventDates& dates,
                                       Diagnostics& diagnostics, std::vector<std::string>& warnings) {
    return LinkReader(table, ids, dates, diagnostics, warnings).read();
}

std::vector<LinkCircle> circles(std::span<const ChronologyLink> links) {
    return CircleSearch(links).run();
}

}  // namespace tarazy
