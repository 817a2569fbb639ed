#include "ledger/ledger_claims.hpp"

#include "ledger/claim_parts_json.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace tarazy {

// A view names its columns itself: what SQLite calls them otherwise is not promised.
const char* const claims_layout = R"sql(
CREATE TABLE claim_texts(
  number INTEGER PRIMARY KEY, analysis TEXT REFERENCES analyses(id), level REAL, interval_kind TEXT, unit TEXT NOT NULL,
  method TEXT NOT NULL, formula TEXT NOT NULL, formula_source TEXT NOT NULL, parameters TEXT NOT NULL,
  reproduce TEXT NOT NULL, no_interval TEXT NOT NULL) STRICT;
CREATE TABLE row_texts(number INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT;
CREATE TABLE input_lists(
  list INTEGER NOT NULL, place INTEGER NOT NULL, key TEXT NOT NULL REFERENCES data(key),
  rows INTEGER NOT NULL REFERENCES row_texts(number), PRIMARY KEY(list, place)) STRICT, WITHOUT ROWID;
CREATE TABLE claim_records(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, texts INTEGER NOT NULL REFERENCES claim_texts(number),
  inputs INTEGER, quantity TEXT NOT NULL, subject TEXT NOT NULL, value REAL, lower REAL, upper REAL,
  statement TEXT NOT NULL, parts TEXT NOT NULL) STRICT;
CREATE TABLE quantile_records(
  claim INTEGER NOT NULL REFERENCES claim_records(number), place INTEGER NOT NULL, probability REAL NOT NULL,
  value REAL, PRIMARY KEY(claim, place)) STRICT, WITHOUT ROWID;
CREATE VIEW claims(
  id, analysis, quantity, subject, value, lower, upper, level, interval_kind, statement, unit, method, formula,
  formula_source, parameters, reproduce, parts, no_interval) AS
  SELECT c.id, t.analysis, c.quantity, c.subject, c.value, c.lower, c.upper, t.level, t.interval_kind, c.statement,
    t.unit, t.method, t.formula, t.formula_source, t.parameters, t.reproduce, c.parts, t.no_interval
  FROM claim_records c JOIN claim_texts t ON t.number = c.texts;
CREATE VIEW claim_quantiles(claim, probability, value) AS
  SELECT c.id, q.probability, q.value FROM claim_records c JOIN quantile_records q ON q.claim = c.number;
CREATE VIEW claim_inputs(claim, key, rows) AS
  SELECT c.id, i.key, r.rows
  FROM claim_records c JOIN input_lists i ON i.list = c.inputs JOIN row_texts r ON r.number = i.rows;
)sql";

namespace {

using Number = std::int64_t;

/// Writes what claims have in common, each but once. The views lead into the claims, which outlive this.
class SharedTexts {
public:
    explicit SharedTexts(const Database& database)
        : text_(database, "INSERT INTO claim_texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          rows_(database, "INSERT INTO row_texts VALUES (?, ?)"),
          entry_(database, "INSERT INTO input_lists VALUES (?, ?, ?, ?)") {}

    [[nodiscard]] Number texts_of(const Claim& c) {
        std::optional<double> level;
        std::optional<std::string> kind;
        if (c.interval) {
            level = c.interval->level;
            kind = c.interval->kind;
        }
        const auto [found, is_new] =
            texts_.try_emplace(Texts{c.analysis, level, c.interval ? std::string_view(c.interval->kind) : "", c.unit,
                                     c.method, c.formula, c.formula_source, c.parameters, c.reproduce, c.no_interval},
                               static_cast<Number>(texts_.size()) + 1);
        if (is_new) {
            const auto analysis = c.analysis.empty() ? std::nullopt : std::optional(c.analysis);
            text_.insert(found->second, analysis, level, kind, c.unit, c.method, c.formula, c.formula_source,
                         c.parameters, c.reproduce, c.no_interval);
        }
        return found->second;
    }

    /// Nothing for a claim that rests on no input.
    [[nodiscard]] std::optional<Number> inputs_of(const Claim& c) {
        if (c.inputs.empty()) return std::nullopt;
        std::vector<std::pair<std::string_view, Number>> list;
        for (const InputUse& use : c.inputs) list.emplace_back(use.key, rows_of(use.rows));
        const auto [found, is_new] = lists_.try_emplace(std::move(list), static_cast<Number>(lists_.size()) + 1);
        for (std::size_t place = 0; is_new && place < c.inputs.size(); ++place)
            entry_.insert(found->second, place, c.inputs[place].key, found->first[place].second);
        return found->second;
    }

private:
    using Texts =
        std::tuple<std::string_view, std::optional<double>, std::string_view, std::string_view, std::string_view,
                   std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;

    [[nodiscard]] Number rows_of(const std::string& rows) {
        const auto [found, is_new] = row_texts_.try_emplace(rows, static_cast<Number>(row_texts_.size()) + 1);
        if (is_new) rows_.insert(found->second, rows);
        return found->second;
    }

    Statement text_, rows_, entry_;
    std::map<Texts, Number> texts_;
    std::unordered_map<std::string_view, Number> row_texts_;
    std::map<std::vector<std::pair<std::string_view, Number>>, Number> lists_;
};

using InputLists = std::unordered_map<Number, std::vector<InputUse>>;

InputLists read_input_lists(const Database& database) {
    InputLists lists;
    Statement entry(database,
                    "SELECT list, key, (SELECT rows FROM row_texts WHERE number = input_lists.rows) FROM input_lists "
                    "ORDER BY list, place");
    while (entry.next()) lists[entry.integer(0)].push_back({entry.text(1), entry.text(2)});
    return lists;
}

/// Claims with nothing but their texts, by number.
std::unordered_map<Number, Claim> read_claim_texts(const Database& database) {
    std::unordered_map<Number, Claim> all;
    Statement text(database,
                   "SELECT number, analysis, level, interval_kind, unit, method, formula, formula_source, parameters, "
                   "reproduce, no_interval FROM claim_texts");
    while (text.next()) {
        Claim& c = all[text.integer(0)];
        c.analysis = text.text(1);
        if (!text.null(2)) c.interval = Interval{0, 0, text.real(2), text.text(3)};
        c.unit = text.text(4);
        c.method = text.text(5);
        c.formula = text.text(6);
        c.formula_source = text.text(7);
        c.parameters = text.text(8);
        c.reproduce = text.text(9);
        c.no_interval = text.text(10);
    }
    return all;
}

/// What a number leads to. Foreign keys do not reach lists of inputs, whose number is half of a key.
template <class Value>
const Value& referred(const std::unordered_map<Number, Value>& all, Number number, const std::string& claim) {
    const auto found = all.find(number);
    if (found == all.end()) throw SqliteError("the claim " + claim + " refers to a record that is gone");
    return found->second;
}

}  // namespace

void write_claims(const Database& database, const std::vector<Claim>& claims) {
    SharedTexts shared(database);
    Statement record(database, "INSERT INTO claim_records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Statement quantile(database, "INSERT INTO quantile_records VALUES (?, ?, ?, ?)");
    Number number = 0;
    for (const Claim& c : claims) {
        std::optional<double> lower, upper;
        if (c.interval) {
            lower = c.interval->lower;
            upper = c.interval->upper;
        }
        record.insert(++number, c.id, shared.texts_of(c), shared.inputs_of(c), c.quantity, c.subject, c.value, lower,
                      upper, c.statement, claim_parts_json(c.parts));
        for (std::size_t place = 0; place < c.quantiles.size(); ++place)
            quantile.insert(number, place, c.quantiles[place].probability, c.quantiles[place].value);
    }
}

std::vector<Claim> read_claims(const Database& database) {
    const std::unordered_map<Number, Claim> texts = read_claim_texts(database);
    const InputLists lists = read_input_lists(database);
    Statement record(database,
                     "SELECT number, id, texts, inputs, quantity, subject, value, lower, upper, statement, parts "
                     "FROM claim_records ORDER BY number");
    Statement quantile(database, "SELECT claim, probability, value FROM quantile_records ORDER BY claim, place");
    std::vector<Claim> claims;
    bool more_quantiles = quantile.next();
    while (record.next()) {
        const std::string id = record.text(1);
        Claim c = referred(texts, record.integer(2), id);
        c.id = id;
        if (!record.null(3)) c.inputs = referred(lists, record.integer(3), id);
        c.quantity = record.text(4);
        c.subject = record.text(5);
        c.value = record.known_real(6);
        if (c.interval) {
            c.interval->lower = record.real(7);
            c.interval->upper = record.real(8);
        }
        c.statement = record.text(9);
        c.parts = claim_parts_from_json(record.text(10));
        for (; more_quantiles && quantile.integer(0) == record.integer(0); more_quantiles = quantile.next())
            c.quantiles.push_back({quantile.real(1), quantile.real(2)});
        claims.push_back(std::move(c));
    }
    if (more_quantiles) throw SqliteError("quantiles of a claim that is gone");
    return claims;
}

}  // namespace tarazy
