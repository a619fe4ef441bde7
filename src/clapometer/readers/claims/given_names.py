"""Given names: the first words of people's names, as evidence that a name is a person's.

A table of our own: names usual among people of film and television in many countries. A name that
is missing costs nothing where the sentence itself says that a person is named.
"""

from __future__ import annotations

_NAMES = """
aarav aaron abbie abby abigail ada adaeze adam addison ade adelaide adele adrian adriana adrien
agnes agnieszka ahmad ahmed aidan aimee aino aisha aishwarya akiko akira alan alana alba albert
alberto alec alejandra alejandro aleksander alessandro alex alexa alexander alexandra alexandre
alexei alexis alfie alfonso alfred ali alice alicia alina alisha alison alissa allan allen allison
alma alyssa amanda amara amber amelia amir amitabh amy ana anastasia anders andre andrea andreas
andrei andrew andrés andy angel angela angelica angelina angus anika anil anita anjali anjelica
ann anna annabel annabelle anne annette annie annika ansel anselm anthony antoine anton antonia
antonio anya aoife aquila archie ariana ariel arjun arnold art arthur asa asher ashley ashton asia
astrid aubrey audra audrey august aurelio austin ava awkwafina ayo barbara barbra barry
bartholomew bashir beatrice beatrix beau becky bella ben benedict benicio benjamin bernard
bernardo bernie bert beth bethany betsy bette betty beyonce bianca bill billie billy björn bjørn
blair blake bo bob bobbie bobby bonnie boris brad bradley brady bram brandon brenda brendan
brenton brett brian briana bridget brie britney brittany brody bronwyn brooke bruce bruno bryan
bryce bryn caitlin caitriona caleb callum calvin cameron camila camilla camille cara carey carl
carla carlo carlos carly carmen carol carole carolina caroline carolyn carrie carter cary casey
caspian cassandra cate catherine cathy cecilia cedric celeste celia celine chad chadwick charles
charlie charlize charlotte chase chelsea cher cheryl chester chiara chidi chiwetel chloe chloé
chloë chris christa christian christina christine christoph christopher christy chuck ciarán
cillian cindy claes claire clara clarence clarissa clark claude claudia clayton clint clive clyde
clémence clément cody cole colin colleen colman connie connor conor constance constantin consuelo
cooper cordelia corey cornelius cory courteney courtney craig cristin cristina curtis cy cynthia
daisy dakota dale damian damien damon dan dana daniel daniela danielle danny daphne darius darnell
darren dashiell dave david dawn dean deborah debra deepak demi denis denise dennis denzel derek
dermot deshawn desmond dev devin diana diane diego dieter dirk diya dmitri dolly dolores dominic
dominique don donald donna donnie dora doris dorothy doug douglas dragan drew duncan dustin dwayne
dylan ebba ebon ed eddie edgar edie edith edmund eduardo edward edwin eero eiza elaine eleanor
elena eli elias elijah elin elisabeth elise eliza elizabeth ella elle ellen ellie elliot elliott
ellis elodie elsa elspeth elton elvis emeka emerald emil emilia emilie emilio emily emma emmanuel
emmanuelle emmett enrique eoin eric erica erik erin ernest esteban esther ethan eugene eva evan
evangeline eve evelyn ewan ezra fabien fabio faith farah farid fatima fatou felicia felicity felix
femke fernanda fernando finn fiona florence forest forrest frances francesca francesco francis
francisco francois frank frankie franz françois fred freddie frederick freja frida gabe gabriel
gabriela gabrielle gael gal gareth garrett gary gavin gemma gena gene genevieve geneviève geoffrey
george georgia georgina gerald geraldine gerard gian gianni gideon gil gillian gina ginny giorgio
giovanni gisele giulia gladys glen glenda glenn gloria goran gordon grace graham grant greg gregor
gregory greta griffin guadalupe guillermo gus guy gwen gwendoline gwilym gwyneth hailee hal haley
halle hank hannah hanne hans harlan harley harold harper harriet harris harrison harry haruki
harvey hassan hattie hayden hayley hazel heath heather hector heidi heike helen helena helene
henrik henry herbert herman hester hilary hiro hiroki hiroshi hiroyuki holly hope horace howard
howie hubert hugh hugo humphrey hunter hussein huw ian ibrahim ice ida idris ignacio igor ilana
imelda imogen imran ina india ines ingrid inés ioan ira irene iris isaac isabel isabela isabella
isabelle isaiah ishaan isla ismael issa ivan ivana ivy jack jackie jackson jacob jacqueline jada
jaden jaeden jake jakub jamaal jamal james jamie jan jane janelle janet janice jannik jared jasmin
jasmine jason jasper javier jay jayne jean jeff jefferson jeffrey jelena jemaine jemima jenna
jennie jennifer jenny jens jeremy jermaine jerome jerry jess jesse jessica jessie ji-woo jill jim
jimmy jing jiří joan joanna joanne joaquin joaquín jocelyn jodie joe joel joey johan johanna john
johnny jon jonah jonas jonathan jordan jorge jose joseph josephine josh joshua josé joy joyce juan
juanita judd jude judi judith judy jules julia julian juliana julianne julie juliet juliette julio
julius june juno jurnee jussi justin justine jürgen kaia kaitlyn kal kareem karen karim karin karl
karla kasey kat katarzyna kate katharine katherine kathleen kathryn kathy katie katja katrina katy
kayla kazuo keanu keegan keiko keira keisha keith kelly kelsey ken kendall kendra kenji kenneth
kenny kenta kenya kerry kevin kieran kiernan kiki kim kimberly kiran kirsten kit klaus kofi kris
kristen kristin kristina kristoffer krysten kumail kurt kwame kyle kyra lachlan lana lance lara
larry lars latoya laura lauren laurence laurie layla lea leah lee leila lena lennie lenny leo leon
leonard leonardo leonie leslie letitia lewis lexi leyla liam lil lila lili lillian lily lin linda
lindsay lindsey linnea lionel lisa liv liza lizzie lizzy lloyd logan lois lola lorcan lorenzo lori
lorna lorne lorraine louis louisa louise luca lucas lucia luciana lucien lucille lucy lucía luis
luisa lukas luke lupe lupita luther lydia lyle lynn mabel mackenzie madeleine madeline madison
mads maeve magdalena maggie mahershala mahmoud maisie malala malcolm malik malin mandy manuel mara
marc marcel marcela marcello marcia marco marcus margaret margarita margaux margot maria mariah
marianne marie mariel marilyn marina mario marion marisa marissa mark marlon marsha marta martha
martin martín marvin mary maría mason mateo mathilde matilda matt matthew matthias matty maud
maude maura maureen maurice max maxine maya mckenna meera meg megan meghan mei mel melanie melinda
melissa mena mercedes merritt meryl mette mia michael michaela michel michele michelle miguel mika
mike mikey mikko mila miles miley milla millie milo milos miloš min-jun mina mindy mira miranda
miriam mischa mitchell moira moises molly mona monica monique morena morfydd morgan moses muriel
mustafa myles myra nadia nadine nancy naomi natalia natalie natasha nate nathalie nathan nathaniel
neil nell nella nelson neve neville ngozi nia niamh nic nicholas nick nicky nico nicola nicolas
nicole nigel nikhil nikki nikola nikolaj nils nina nkechi noah noel nora noriyuki norma norman
octavia oleg olga oliver olivia omar omari ondine opal oprah orlando orson oscar otis ottilie owen
pablo paddy padma paige pam pamela paola parker pascal pat patricia patrick patti patton patty
paul paula pauline pawel paz pedro peggy pekka penelope penn penny percival percy pernille pete
peter petr petra phil philip philippa phillip phineas phoebe phyllis pierce pierre pilar piotr
piper polly pom priscilla priya prudence queen quentin quincy quinn rachel rafael rafaela rafe
rahul rainn raj ralph ramiro ramon ramy randall randy rani raphael rashad rashida raul raven ravi
ray raymond raúl rebecca reed reese regina reginald regé-jean renata rene renee renée rhea rhys
ricardo richard rick ricky ridley riley rita river riz rob robert roberta roberto robin rodney
rodolfo rodrigo roger roland roman romola ron ronald ronda ronnie rooney rory rosa rosalie
rosalind rosamund rosario rose rosemary rosie ross rowan rowena roy ruben ruby rufus rupa rupert
russell ruth ryan ryo saffron saga sally salma salvador sam samantha samara samir samuel sanaa
sandra sanna santiago saoirse sara sarah sasha scarlett scott sean sebastian selena selma seo-yeon
serena sergei sergio seth shailene shane shanice shannon sharon shaun shawn sheila shelley sheryl
shia shirley shohreh shonda sidney sienna sierra sigourney sigrid silas simon simone simu siobhan
siobhán sissy skye sofia sofía solomon sonia sonoya sophia sophie soren spencer spike stacey stacy
stan stanley stefan stefania stella stellan stephanie stephen sterling steve steven stewart stuart
sue summer sunita sunny susan susanna susannah suzanne sven sybil sydney sylvester sylvia søren
tabitha taika takeshi tamara tami tamsin tania tanya tara taraji tariq tasha tate tatiana taylor
ted tenoch teresa teri terrell terrence terri terry teryl tessa thandie thandiwe thea thelma theo
theodore theresa thierry thomas thora tiffany tilda tilly tim timothy timothée tina titus tobey
tobias toby todd tom tomas tomasz tommy tomás toni tony topher tove tracee tracey tracy travis
trevante trevor trey trisha tristan troy trudy tunde tuva tyler tyra tyrell tyrese tyrone ulises
ulysses uma una ursula uwe uzo vaclav valentina valeria valerie van vanessa vera verity vernon
veronica vesna vicente vicky victor victoria viggo vikas vikram vince vincent ving viola violet
virginia viveca vivian vivica wagner wallace walt walter walton wanda warren warwick wayne wei
wendell wendy wes wesley whitney whoopi wilhelmina will willa willem william willow winifred
winona winston wolf wolfgang woody wyatt xavier ximena xiu yahya yalitza yann yara yasmin yolanda
yorgos youssef yui yuki yusuf yvette yvonne zac zach zachary zack zadie zainab zara zayn zazie
zelda zendaya zibby zoe zoey zofia zooey zoran zoë zuleikha étienne
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Given names in small letters."""
