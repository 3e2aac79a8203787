/** Words that benchmark titles are made of: 40 x 30 x 60 x 100 combinations, all of them plausible to a search. */
const list = (words: string): string[] => words.trim().split(/\s+/);

export const adjectives = list(`
  Amber Ample Breezy Bright Brisk Calm Clever Coastal Crisp Dappled Early Easy Evening Faithful Fine Gentle Golden
  Handy Hearty Hidden Humble Little Lively Lucky Mellow Merry Misty Modest Noble Patient Plain Polished Quiet Rustic
  Sandy Silver Simple Sturdy Sunny Tender`);

export const materials = list(`
  Ash Bamboo Beech Birch Brass Canvas Cedar Ceramic Cherry Clay Copper Cork Cotton Denim Enamel Felt Flax Glass Hemp
  Iron Jute Leather Linen Marble Oak Paper Pine Steel Walnut Wool`);

export const nouns = list(`
  Armchair Backpack Basket Bench Blanket Bookend Bottle Bowl Broom Bucket Candle Carafe Clock Coaster Colander Compass
  Cushion Desk Diary Drawer Drum Easel Flask Frame Funnel Glove Grater Hammock Hanger Jug Kettle Kite Ladder Lamp
  Lantern Mirror Mug Napkin Notebook Pan Pencil Pitcher Planter Plate Pouch Puzzle Rack Rug Satchel Scarf Shelf Spoon
  Stool Teapot Tent Toolbox Tray Umbrella Vase Whisk`);

export const places = list(`
  Abbotsholm Aldermoor Applegarth Ashcombe Balmouth Barrowby Beaconsea Birchley Blackwater Bramblewick Brightlea
  Calderwood Candleford Castlebay Cloverdale Coldharbour Copperhill Crowmarsh Dewbrook Dovecote Driftmouth Eastmere
  Elderford Emberley Fairhaven Fernhollow Fieldgate Foxcombe Frostwick Gallowhill Glasswater Goldenacre Greyfriars
  Halfmoon Hazelbourne Heatherley Highcliff Hollowmere Honeywell Ironbridge Ivyhurst Juniperfold Kestrelgate Kingsmere
  Lambourne Larkhill Lavenderley Longacre Lowtide Maplewick Marshgate Meadowbank Millbrook Moorgate Mosswood Nettlebed
  Newharbour Northlight Oakhanger Oldbridge Orchardleigh Otterburn Pebbleton Pinewick Primrosehill Quarrybank Ravensmoor
  Redmarley Ridgeway Rookhope Rosemary Rushford Saltmarsh Seagarth Shepherdswell Silverdale Skylark Snowdrop Southwold
  Starling Stonecross Summerlea Swallowfield Tamarisk Thistledown Thornbury Tidewater Umberleigh Underwood Violetbank
  Wanderford Waterfall Westering Whitethorn Wildmere Willowbrook Windermoor Winterbourne Woodsmoke Yarrowby`);

export const colors = list("Amber Brick Chalk Forest Indigo Lemon Navy Olive Plum Rose Slate Teal");
export const sizes = list("XXS XS S M L XL XXL Mini Small Medium Large Giant");
