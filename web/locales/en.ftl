### The page's words in English. One message an idea; a variable is written { $name }.

## The page itself

page-title = Attention Mixer: watch self-attention happen
page-description = Move the numbers of three guests at a mixer and watch who listens to whom: self-attention with queries, keys and values, worked out live.
title = Attention Mixer
tagline = Three words meet at a mixer. Each looks for something, offers something and has something to share. Move a slider and watch who listens to whom.
skip-to-stage = Skip to the guests
toy-vectors = Toy vectors, chosen by hand: no trained model is involved, but where Real heads are fetched.
post-link = Read the post
post-address = https://www.simplifaing.com/?p=858
theme = Colours
theme-auto = As the system
theme-light = Light
theme-dark = Dark
locked = The link to this page keeps some of its parts as they are: they can be read, not changed.
open-in-full = Open the full page
present = For a projector

## When the page can't come alive

no-script = This page needs JavaScript to let you move the numbers. What you see is the walkthrough with its numbers worked out.
not-loaded = The part that computes could not be loaded, so the numbers can't be moved. What you see is the walkthrough with its numbers worked out.
no-webassembly = This browser can't run WebAssembly, which the page computes with, so the numbers can't be moved. What you see is the walkthrough with its numbers worked out.
rest-not-loaded = The rest of the page could not be loaded. What you have changed is kept.
coming = The rest of the page is on its way …
stopped = Something went wrong inside, and the page has stopped computing. Your numbers are kept.
start-again = Start again

## Guests and their vectors

query = query
key = key
value = value
query-role = looks for
key-role = offers
value-role = shares
query-letter = Q
key-letter = K
value-letter = V
embedding-letter = X
position-letter = P
embedding = embedding
embedding-role = is
position = position
position-role = sits at
query-weights = W_Q
query-weights-role = makes queries of inputs
key-weights = W_K
key-weights-role = makes keys of inputs
value-weights = W_V
value-weights-role = makes values of inputs
output-weights = W_O
output-weights-role = mixes what the heads bring
head-name = Head { $head }:
weight-name = { $matrix } row { $row } column { $column }
slot-name = { $token } { $vector } { $component }
field-name = { $slot }, typed
guests = The guests
guest-asking = asking
guest-ask = ask { $token }
gives = { $query } gives { $key } { $percent }

## The stage

stage = Who listens to whom
all-rows = Show everyone’s lines

## Rooms to step into, and what to notice there

presets = Room
preset-walkthrough = The walkthrough: Alice, introduced, Bob
preset-shares = 60%, 25%, 15%
preset-introduction = Alice introduced Bob to Chloe
preset-pronoun = Who is “she”?
preset-uniform = Everyone alike
preset-loud = One loud guest
preset-causal = No looking ahead
preset-order = Order matters
preset-heads = Two spotlights
notice-walkthrough = Bob listens most to himself: his own key answers his query best. Move his first query to 0 and see who gains.
notice-shares = Chloe gives 60% of her attention to Alice, 25% to Bob and keeps 15%: softmax makes such shares of any scores.
notice-introduction = “introduced” listens to Alice and Bob alike, who took part in it. Ask “to”: it links Bob and Chloe.
notice-pronoun = “she” looks for a person, and for one who is a she. Alice’s key offers both, Bob’s only one.
notice-uniform = All keys are the same, so every guest scores alike, whatever the query: attention is shared evenly.
notice-loud = Bob’s key is long, and he drowns the others. Divide the scores by √dₖ, and they can be heard again.
notice-order = Here vectors are made of embeddings and positions. Let Alice and Bob change seats: what they become changes, too. Without positions it merely changes seats with them.
notice-heads = Two heads listen side by side: by the first, “introduced” hears Alice, who did it; by the second Bob, to whom it happened.
notice-causal = Each guest hears only itself and those before it, as in a model that writes word by word: “introduced” can’t hear Bob.

## The workshop

workshop = The workshop: more to look into

## The guided walk

walk = Guided walk
walk-begin = Begin the walk
walk-next = Next
walk-back = Back
walk-end = Look around freely
try-it = Try it:
not-tried = not tried yet
step-free = Look around freely
step-guests = 1. Meet the guests
step-vectors = 2. What each looks for, offers, shares
step-compare = 3. Compare
step-softmax = 4. Soften
step-mix = 5. Mix
step-output = 6. What everyone becomes
step-what-if = 7. What if …
lesson-guests = A sentence has walked in, and every word of it is a guest. So far each knows only itself. One of them has the ear of the room and asks: at the moment it is { $query }.
try-guests = Press another guest’s name and hear the room from there.
done-guests = Now { $query } is asking. Attention works this out for every guest, and for all at the same time.
lesson-vectors = Each guest wears three short lists of numbers. The query says what it looks for, the key what it offers, the value what it shares with whoever listens. Queries meet keys and nothing else; values come last.
try-vectors = Move one of { $query }’s sliders, or type a number.
done-vectors = Three lists a guest are all there is: whatever follows is worked out from them.
lesson-compare = { $query } holds its query against every key: multiply the first numbers, multiply the second, and so on, and add up. The better a key answers the query, the higher its score.
try-compare = { $most } scores highest. Change { $query }’s query, or a key, until somebody else does.
done-compare = A score is high where query and key point the same way, and are long: both count.
lesson-softmax = Scores can be of any size, and below zero, too. Softmax makes shares of them: each is above 0, together they are 100%, and a small lead in score becomes a large lead in share. The temperature says how large.
try-softmax = Bring the temperature down to 0.5 or less, and watch who gains.
done-softmax = Cold makes the winner take nearly everything; heat evens the shares out. The order of the guests never changes.
lesson-mix = Now the values set out. { $query } takes of each guest’s value as much as its share, and adds it all up.
try-mix = { $least } has the smallest share. Change a number of { $least }’s value, then one of somebody with a large share: how far does what { $query } becomes move?
done-mix = What { $query } hardly listens to hardly changes it, however large the number.
lesson-output = The sum is a new { $query }: the same word, coloured by those it listened to. Everybody else does the same, and nobody waits for another.
try-output = Show everyone’s lines, and compare the rows in the table.
done-output = Three guests, three rows, one computation: that is one layer’s attention. A model stacks many.
lesson-what-if = Guess before you look: what if { $query } looked for nothing at all?
try-what-if = Set every number of { $query }’s query to 0.
done-what-if = All scores are 0, so all shares are equal: whoever looks for nothing hears everyone alike, and { $query } becomes the average of all values.

## Controls

controls = How scores become weights
temperature = Temperature
temperature-field = Temperature, typed
temperature-note = below 1 sharpens the shares, above 1 evens them out
mask = Who may listen
mask-none = everyone to everyone
mask-causal = no looking ahead
mask-cells = cell by cell, in the table
may-listen = { $query } may listen to { $key }
unheard = may not be heard
silent = { $query } may listen to nobody: there is nothing to share out, and what { $query } becomes is zero.
scale = Divide scores by √dₖ
undo = Undo
redo = Redo
reset = Reset

## Pinning a room, and what was saved

pin = Pin this state
unpin = Take the pin out
pinned-return = Back to the pinned state
pinned-note = Dotted lines and signed numbers show how far from the pinned state you are.
pinned-elsewhere = The pinned state has other guests or other heads, so there is nothing to compare line by line.
pinned-delta = { $points } points
saved-title = Earlier work
saved-offer = There is work of yours from an earlier visit.
saved-continue = Continue where you left off
saved-discard = Discard it
saved-damaged = The work saved on an earlier visit can’t be read. It is set aside in this browser, and the page begins afresh.

## The three steps

steps = { $query }’s attention, step by step
compare-title = Compare
compare-says = { $query }’s query meets every guest’s key. Multiply part by part and add up: the more alike, the higher the score.
soften-title = Soften
soften-says = Softmax turns the scores into shares of { $query }’s attention that add up to 100%. The largest score, { $largest }, is subtracted from each first: that changes no share.
sum = sum
mix-title = Mix
mix-says = { $query } takes a little of every guest’s value, as much as each one’s share: this blend is what { $query } becomes.
output-of = { $query }’s output

## The weights as bars

bars-title = { $query }’s weights
bars-alternative = Bar chart of { $query }’s weights: { $weights }
bars-item = { $key } { $percent }
published-off = The dashed marks are the weights that the post prints for Bob: 24%, 3% and 73%. They aren’t the softmax of 5, 2 and 7 at any temperature. The bars are exact; a temperature of { $temperature } comes nearest to the marks.
published-changed = The dashed marks are the weights that the post prints for its own queries and keys, with everyone heard: 24%, 3% and 73%. Some of that is changed here, so bars and marks need not agree.
published-button = Set temperature to { $temperature }

## Before and after a switch

before-says = Before: { $weights }.
before-silent = Before, there was nobody to listen to.
before-dismiss = Hide what was before

## The charts

charts-title = Charts
charts-too-many = The matrix, the curves and the entropies are drawn for up to 12 guests; the table has everyone’s numbers.
matrix-title = Who listens to whom, as a matrix
matrix-hint-rows = Rows ask, columns are heard. Click a cell, or press Enter on it, to ask its row’s guest.
matrix-hint-cells = Rows ask, columns are heard. Click a cell, or press Enter on it, to say whether its row’s guest may listen to its column’s. Hatched: may not.
may-not-listen = { $query } may not listen to { $key }
curves-title = { $query }’s weights over temperature
curves-says = Cold, the highest score takes all; hot, everyone gets the same. The upright line is the temperature now.
curves-alternative = Curves of { $query }’s weights over temperature, from 0.1 to 10. At 0.1: { $coldest }. Now, at { $temperature }: { $now }. At 10: { $hottest }.
entropy-title = How evenly attention is shared
entropy-says = The entropy of each guest’s weights, in bits: the more bits, the more evenly shared.
entropy-certain = 0: certain
entropy-even = { $bits }: even
entropy-item = { $query } { $bits }
entropy-alternative = Bar chart of the entropy of each guest’s weights in bits, from 0, certain of one, to { $most }, even: { $items }.
## Vectors as arrows

arrows = The vectors as arrows
arrows-says = Two numbers are a point in a plane, and an arrow to it. Drag an arrow’s tip, or press Tab to reach it and move it with the arrow keys: its numbers, and all that follows from them, move along.
arrows-keys = Arrow keys move the tip by 0.1, with Shift by 1.
arrows-results = These arrows are worked out from the embeddings, so they can’t be dragged: move the embeddings’ arrows, or the weights, instead.
arrows-given-up = Arrows need vectors of two numbers; these have { $size }. Their sliders and fields are all there.
arrows-crowd = Arrows are drawn for up to { $most } guests; here are more.
arrow-kind = arrow tip
arrow-name = { $token } { $vector }
arrow-value = { $one } and { $other }
arrow-value-beyond = { $one } and { $other }, beyond what is drawn
arrow-result = { $name }: { $value }
arrow-label = { $token } { $letter }
arrow-label-weight = { $token } { $letter }, { $percent }
arrow-closer = Look closer
meeting-plane = Queries and keys
values-plane = Values and what they mix to
inputs-plane = Embeddings
equal-scores = Every key on the dashed line scores { $score } with { $query }’s query, as { $key }’s key does: the line crosses the query’s direction at a right angle. Keys beyond it, the way the query points, score higher; keys on this side score lower.
equal-scores-outside = Every key that scores { $score } with { $query }’s query, as { $key }’s key does, lies on a line at a right angle to the query; it runs outside what is drawn.
equal-scores-zero = { $query }’s query is zero, so every key scores 0 with it, wherever it points.
mixture = { $query } becomes { $output }. Weights are never below zero and add up to 100%, so a mixture always lies within the shape that the values span.
mixture-label = { $query } becomes
inputs-say = An embedding says what a guest is. Queries, keys and values are made of it.

## The table

table-title = Everyone’s attention
table-caption = Each row is a guest who asks, each column a guest who is heard: the weight, and under it the score and what it is after scaling and temperature. The last columns are what the row’s guest becomes.
table-query = asks
table-output = output { $component }
table-score = score
table-scaled = scaled
table-hint = Press a number to see how it comes about. By keyboard: go to the table, then from number to number by arrow keys, and press Enter.

## How a number comes about

number-score = { $query }’s score for { $key }
number-scaled = { $query }’s scaled score for { $key }
number-exponential = { $query }’s exponential for { $key }
number-weight = { $query }’s attention to { $key }
number-output = { $query }’s output { $component }
number-mixed = { $query }’s output { $component } of all heads
derived-title = { $what }: { $value }
derived-mathematics = In mathematics
derived-words = In the mixer’s words
derived-close = Close
derived-each = each guest
derived-pair = { $query } → { $key }
derived-component = { $token } { $letter }
derived-sources = What it comes from is ringed at the guests: a line around its own numbers, dashes around those that act through the rest of the row. Move one and watch; press a number here to follow that one.
derived-unheard = { $query } may not listen to { $key }: { $key } takes no part, whatever the score.
formula-mixed = y = [o₁ … oₕ] · W_O
formula-output = o = Σ w · v
formula-weight = w = e ÷ Σe
formula-sum = Σe
formula-exponential = e = exp(z − max z)
formula-scaled = z = s ÷ T
formula-scaled-sqrt = z = s ÷ √dₖ ÷ T
formula-score = s = q · k
formula-query = q = x · W_Q
formula-key = k = x · W_K
formula-value = v = x · W_V
formula-input = x = embedding + position
says-mixed = What the heads bring stands side by side, and each number counts as much as W_O says.
says-output = What { $query } takes home: of what everybody shares, as much as each one’s share of attention.
says-weight = How much of { $query }’s attention goes to { $key }: how well that one is heard, out of all that { $query } hears.
says-sum = All that { $query } hears, added up, so that the shares come to 100%.
says-exponential = How well { $query } hears { $key }. The best match counts 1; the farther behind it, the less.
says-scaled = The match at the room’s temperature: cold makes differences larger, heat evens them out.
says-scaled-sqrt = The match, divided so that long lists don’t drown short ones, and at the room’s temperature: cold makes differences larger, heat evens them out.
says-score = What { $query } looks for, held against what { $key } offers, part by part: the more alike, the higher.
says-query = What { $query } looks for is made of what { $query } is.
says-key = What { $key } offers is made of what { $key } is.
says-value = What each guest shares is made of what it is.
says-input = What a guest is, and where it sits, added up.
says-unheard = { $query } may not listen to { $key }: { $key } takes no part, and this is 0 whatever the score.

## A large room

vectors-of = { $query }’s vectors
picture-caption = All weights as a picture: a row for each guest who asks, a column for each who is heard, the brighter the more. The frame marks the row of the guest in focus; the table has it in numbers.
picture-alternative = Picture of { $count } rows of { $count } weights. In { $query }’s row, { $key } gets most: { $percent }.
row-caption = What { $query } hears, guest by guest.
row-key = guest
row-weight = weight

## Real heads

real-heads = Real heads
real-about = The queries, keys and values of a model that was trained on real text: 6 layers of 12 heads, 32 numbers a vector. Choose a head, see whom its tokens listen to, and edit it like any other room.
real-model = The model is all-MiniLM-L6-v2 by Sentence Transformers, under the Apache License 2.0. It knows no capital letters, and puts [CLS] before and [SEP] after each sentence.
real-source = Where the model comes from
real-address = https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2
real-sentence-label = Sentence
real-introduction = Alice introduced Bob to Chloe
real-pronoun = Alice met Bob and she smiled
real-fetch = Fetch it ({ $size } KB)
real-fetching = Fetching …
real-here = Here ({ $size } KB)
real-missing = The file with this sentence’s heads does not stand beside the page, so the room stays as it is.
real-unreachable = The file with this sentence’s heads could not be fetched: is there a network? The room stays as it is. Try again when you like.
real-damaged = The file with this sentence’s heads is not the one that was expected, so the room stays as it is.
real-layer = Layer
real-head = Head
real-place = Layer { $layer }, head { $head }
real-worth = Worth a look
real-caution = A head is named for what it does in these sentences; in others it may do something else. What it listens to is not why the model answers as it does.
known-pronoun = Finds whom “she” stands for: alice gets 85.1% of its attention, bob 2.1%.
known-preposition = Leads “to” back to its verb: “introduced” gets 95.7% of its attention.
known-before = Listens to the token before, whatever it is: more than 99.5% in every row but the first.
known-after = Listens to the token after, unless it asks for a name: names rest on [CLS].
known-last-person = Looks at the last person named, whoever that is: “she” gives bob 63.8%, alice 4.9%.
known-persons = Sees the persons, and doesn’t choose among them.
known-rest = Rests: has nothing to say about these sentences, and gives [CLS] more than 80% in every row.

## What changed, what was refused

status-listens = { $query } now listens most to { $key }: { $percent }.
status-listens-alike = { $query } now listens alike to { $keys }: { $percent } each.
list-end = { $before } and { $last }
so-many-guests = { $count } guests
alert-title = Not taken
dismiss = Dismiss
refused = { $name }: “{ $text }” { $why } It stays { $kept }.
refused-empty = is empty.
refused-not-a-number = is not a number.
refused-too-long = is longer than any number needs to be.
refused-too-large = is too large: numbers reach to 1e60.
refused-too-cold = is not a temperature: it must be above 0, at least 0.000001.
link-unreadable = The link’s part “{ $text }” can’t be read, so it is left out.
link-unknown-key = The link says “{ $text }”, which this page doesn’t know, so it is left out.
link-unknown-value = The link’s { $key } can’t be “{ $text }”, so it stays as it was.
link-number = The link’s { $key } holds “{ $text }”, which { $why } It stays as it was.
link-shape = The link’s { $key } doesn’t fit the number of guests or the size of their vectors, so it stays as it was.
link-too-many = The link’s { $key } holds more than this page takes: up to 128 guests, and vectors of up to 64 numbers. It stays as it was.
link-more = { $count } more parts of the link can’t be taken and are left out.
link-nobody = The link puts “{ $text }” in focus, and no guest has that number.

## The guest list

guest-list = Guest list
guest-list-note = Call the guests what you like, seat them in another order by their grips or arrows, invite more, or let some leave.
guest-name = Name of guest { $number }
grip = Carry to another seat
move-earlier = Move { $token } earlier
move-later = Move { $token } later
remove-guest = Remove { $token }
add-guest = Invite a guest
new-guest = guest { $number }
room-full = This room seats { $count } at most.
room-needs-a-guest = A room needs a guest.
dimensions = How long vectors are
dimension-key = Queries and keys, dₖ
dimension-value = Values, dᵥ
dimension-model = Embeddings, d_model
status-renamed = { $before } is called { $token } now.
status-joined = { $token } has joined, in seat { $seat }.
status-left = { $token } has left.
status-moved = { $token } now sits in seat { $seat } of { $count }.
refused-name-empty = is no name: nothing in it can be seen.
refused-name-too-long = is longer than 80 characters.
link-name = The link calls guest { $number } “{ $text }”, which { $why } Another name stands in its place.
## Where vectors come from

source-title = Where queries, keys and values come from
source = Queries, keys and values are
source-given = given, number by number
source-projected = projected from embeddings
source-says-given = Each guest’s three vectors are typed in, one number at a time. In a transformer nobody types them: each word has one vector, and three matrices make the three of it.
source-says-projected = Each guest brings one vector: what it is (its embedding, on its card) and where it sits (its position), added up. Three matrices, the same for everybody, make its query, its key and its value of it.
positions = Positions
position-none = none: nobody knows where they sit
position-sinusoidal = sines and cosines of the seat
position-edited = edited, on the cards
row = Row
made-of = What { $token } is made of
input-is = x = embedding + position
product-of = { $vector } = x · { $matrix }
swap-title = Does it matter who sits where?
swap-says = Let two guests change seats with all that is their own, and see whether anybody goes home with something else. Positions stay with the seats.
swap-one = One guest
swap-other = Another
swap = Let them change seats
swap-choose = Choose two different guests.
swap-same = { $one } and { $other } have changed seats, and everyone’s output is what it was: it merely sits elsewhere.
swap-changed = { $one } and { $other } have changed seats, and outputs have changed: { $most }’s most of all, from { $before } to { $after }.
swap-guest = guest
swap-before = output before
swap-after = output after

## Several heads

heads-title = Spotlights: several heads at once
heads = Heads
heads-say = Every head is an attention of its own, with its own queries, keys and values: one more spotlight on the same guests. Their outputs are put side by side, and W_O mixes them.
head = Look at
heads-together = all together
head-number = head { $head }
head-short = H{ $head }
in-head = Head { $head }: { $sentence }
steps-of-head = { $query }’s attention in head { $head }, step by step
together = What the heads bring { $token }
side-by-side = Side by side:
mixed-by = Mixed by W_O, below:

## Taking the page along

share = Take it along: link, frame, file
share-says = Choose what the reader shall see. The room goes along as it stands.
share-view = Shown as
view-full = a page of its own
view-embed = part of another page
view-present = for a projector
share-language = Language
share-language-open = as the page chooses
language-english = English
share-focus = First to be asked
share-parts = Parts to hide or to lock
share-part = part
share-hide = hidden
share-lock = locked
share-hide-part = Hide: { $part }
share-lock-part = Lock: { $part }
share-link = Link
share-compact = Link with its numbers packed: shorter where they are many
share-frame = Frame, to paste into another page
share-tag = Element, to paste into another page
share-try = See what the reader will see
share-code = The link as a QR code, for cameras
share-code-too-long = This link is too long for a QR code. Fewer guests or shorter vectors make it shorter.
copy = Copy
copy-what = Copy: { $what }
copied = Copied.
not-copied = The browser does not let the page copy. The text is selected: copy it by Ctrl+C or Command+C.
save-as-file = Save this set-up as a file
save-as-file-note = One file that opens by a double click, without a network.
saved-as-file = The file is on its way to your downloads.
not-saved-as-file = The file could not be made: the page did not get what it is made of. Try again, or copy the link.
part-presets = the list of rooms
part-walk = the guided walk
part-stage = the guests and their lines
part-queries = queries
part-keys = keys
part-values = values
part-embeddings = embeddings
part-positions = positions
part-scale = division by √d_k
part-temperature = the temperature
part-mask = who may listen
part-history = undo, redo, reset
part-pin = pinning
part-bars = the bars of the weights
part-steps = the three steps
part-table = the table of weights
part-arrows = arrows
part-source = where vectors come from
part-heads = several heads
part-charts = charts
part-guests = the guest list
part-real-heads = real heads
part-share = this panel
part-files = the panel of files

## Files

files = Files: save what you see, bring your own numbers
files-not-loaded = The part that reads and writes files could not be loaded. Close this panel and open it again to try once more.
files-say = Pictures, numbers and scripts are made here, of what is on the page now. Nothing you open leaves this browser.
file-save = Save
file-what = What
file-pictures = Pictures
file-numbers = Numbers
file-scripts = The computation
file-svg = { $what } (SVG)
file-png = { $what } (PNG)
file-stage = The stage
file-bars = The weights as bars
file-matrix = The matrix of weights
file-curves = The weights over temperature
file-entropy = How evenly attention is shared
file-json = Every intermediate (JSON; can be opened here again)
file-csv = Every intermediate (CSV)
file-numpy = A script for NumPy
file-pytorch = A script for PyTorch
file-latex = A document for LaTeX
file-save-it = Save as a file
file-copy-it = Copy as text
file-saved = { $name } is on its way to your downloads.
file-copied = Copied.
file-not-copied = The browser does not let the page copy. Save it as a file instead.
file-not-saved = The picture could not be made in this browser. Try SVG in place of PNG.
file-no-chart = This chart is not on the page at the moment. Open the panel of charts, and save it then.
file-no-text = A PNG can’t be copied as text. Save it as a file.
file-open = Open
file-kinds = A file: JSON saved here, CSV, .npy, .npz or .safetensors
file-drop = It may also be dropped on this panel. What is opened becomes one step, which Undo takes back.
file-paste = Or a table of Q, K and V, pasted
file-take = Take the table
file-pasted = The pasted text
file-taken = { $name } is on the stage now: { $count } guests.
file-pick = { $name }: which arrays?
file-pick-note = An array holds rows of numbers. Where it has more than two dimensions, a layer and a head stand before the rows.
file-array = { $name } ({ $kind }, { $shape })
file-layer = Layer
file-head = Head
file-side-by-side = Heads side by side in a row
file-first = First row
file-rows = Rows
file-pick-it = Put it on the stage
file-empty = { $name } is empty, so the room stays as it is.
file-too-large = { $name } has { $size } MB, and files of its kind are read up to { $most } MB, so the room stays as it is.
file-unknown = { $name } is of no kind that can be read here, so the room stays as it is.
file-unreadable = { $name } can’t be read by the browser, so the room stays as it is.
file-not-json = { $name } is damaged in line { $line }, column { $column }, so the room stays as it is.
file-not-ours = { $name } is JSON, but none that was saved here, so the room stays as it is.
file-version = { $name } is of version { $version }, which this page doesn’t know, so the room stays as it is.
file-no-link = { $name } describes no room, so the room stays as it is.
file-no-numbers = { $name } holds no table of numbers, so the room stays as it is.
file-missing = { $name } has no { $vector }, and a room needs all three, so it stays as it is.
file-blocks = { $name } has { $count } blocks, where queries, keys and values are three, so the room stays as it is.
file-number = { $name }, line { $line }: “{ $text }” is no number that a room takes, so the room stays as it is.
file-ragged = { $name }, line { $line }: { $found } numbers stand where { $expected } were expected, so the room stays as it is.
file-too-many = { $name } holds more than a room: up to 128 guests, and vectors of up to 64 numbers. The room stays as it is.
file-incomplete = { $name } is an export of which something is missing, so the room stays as it is.
file-cut-off = { $name } ends before what it says is in it, so the room stays as it is.
file-damaged = { $name } is damaged: what it says of its contents can’t be read, so the room stays as it is.
file-long-header = { $name } claims more about its contents than is ever read, so the room stays as it is.
file-packing = { $name } is packed in a way that can’t be read here, so the room stays as it is.
file-no-arrays = { $name } holds no arrays, so the room stays as it is.
file-array-too-large = { $name }: the array “{ $array }” is larger than is ever unpacked, so the room stays as it is.
file-not-numbers = { $name }: the array “{ $array }” holds no numbers, so the room stays as it is.
file-shape = { $name }: the array “{ $array }” has other than two to four dimensions, so the room stays as it is.
file-outside-layer = { $name }: the array “{ $array }” has { $count } layers, so the room stays as it is.
file-outside-head = { $name }: the array “{ $array }” has { $count } heads, so the room stays as it is.
file-outside-row = { $name }: the array “{ $array }” has { $count } rows, so the room stays as it is.
file-array-number = { $name }: the array “{ $array }” holds no usable number in row { $row }, column { $column }, so the room stays as it is.
file-misfit = { $name }: queries, keys and values don’t fit one another, so the room stays as it is.
